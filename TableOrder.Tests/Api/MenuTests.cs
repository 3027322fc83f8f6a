using System.Net;

namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class MenuTests(ApiHouse house)
{
    [Fact]
    public async Task An_unchanged_menu_is_not_sent_again()
    {
        var menu = await house.Guest.GetAsync("menu", ("Accept-Language", "en"));
        var tag = menu.Headers.ETag!;

        var again = await house.Guest.GetAsync("menu", ("Accept-Language", "en"), ("If-None-Match", tag.Tag));
        var korean = await house.Guest.GetAsync("menu", ("Accept-Language", "ko"), ("If-None-Match", tag.Tag));

        tag.IsWeak.Should().BeFalse();
        menu.Headers.Vary.Should().Contain(["Accept-Language", "Authorization", "Cookie"]);
        again.Status.Should().Be(HttpStatusCode.NotModified);
        again.Text.Should().BeEmpty();
        korean.Status.Should().Be(HttpStatusCode.OK);
        korean.Text.Should().NotBe(menu.Text);
    }

    [Fact]
    public async Task Portions_and_prices_change_the_tag()
    {
        var dish = (await FindAsync())!;
        var before = (await house.Guest.GetAsync("menu")).Headers.ETag;

        await house.Kitchen.PatchAsync($"menu/items/{dish.Id}", new { portionsLeft = 7 });
        var counted = await house.Guest.GetAsync("menu");
        var repriced = await house.Manager.PatchAsync($"menu/items/{dish.Id}", new { version = dish.Version, price = dish.Price + 500 });
        var priced = await house.Guest.GetAsync("menu");

        counted.Headers.ETag.Should().NotBe(before);
        priced.Headers.ETag.Should().NotBe(counted.Headers.ETag);
        repriced.Body.GetProperty("price").GetInt64().Should().Be(dish.Price + 500);
        repriced.Body.GetProperty("portionsLeft").GetInt32().Should().Be(7);

        (await house.Manager.PatchAsync($"menu/items/{dish.Id}", new { version = dish.Version, price = 1 })).ShouldBeProblem(409, "stale_version");
        await house.Manager.PatchAsync(
            $"menu/items/{dish.Id}",
            new
            {
                version = dish.Version + 1,
                price = dish.Price,
                portionsLeft = -1,
            }
        );
        (await FindAsync())!.Should().BeEquivalentTo(dish, options => options.Excluding(d => d.Version));
    }

    [Fact]
    public async Task Changes_that_cannot_be_are_refused()
    {
        var path = $"menu/items/{house.Plain.Id}";

        (await house.Kitchen.PatchAsync(path, new { version = 1, price = 1 })).ShouldBeProblem(403, "forbidden");
        (await house.Guest.PatchAsync(path, new { soldOut = true })).ShouldBeProblem(403, "forbidden");
        (await house.Manager.PatchAsync(path, new { price = 1 })).ShouldBeProblem(400, "invalid");
        (await house.Manager.PatchAsync(path, new { version = 1, price = -1 })).ShouldBeProblem(400, "invalid");
        (await house.Manager.PatchAsync(path, new { portionsLeft = 10_000 })).ShouldBeProblem(400, "invalid");
        (await house.Manager.PatchAsync(path, new { soldOut = "yes" })).ShouldBeProblem(400, "invalid");
        (await house.Manager.PatchAsync(path, new { })).ShouldBeProblem(400, "invalid");
        (await house.Manager.PatchAsync($"menu/items/{Guid.NewGuid()}", new { soldOut = true })).ShouldBeProblem(404, "not_found");
    }

    private async Task<Dish?> FindAsync() => Dish.Of((await house.Guest.GetAsync("menu")).Body).FirstOrDefault(dish => dish.Id == house.Plain.Id);
}

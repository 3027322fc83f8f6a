using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu;

public sealed class PhotoTests : HouseTests
{
    private PhotoDesk Desk => House.Get<PhotoDesk>();

    private Guid Pancake => House.Dish(Dishes.Pancake).Id;

    [Fact]
    public async Task A_photo_is_on_the_menu_and_found_by_its_address()
    {
        (await Desk.SetAsync(House.Manager, Pancake, [new PhotoVariant(640, Pictures.WebP), new PhotoVariant(320, Pictures.Png)]))
            .Value.Should()
            .Be(2);

        var photo = (await PhotoAsync())!;
        photo.Widths.Should().Equal(320, 640);
        photo.Address.Should().Be($"/photos/{photo.Hash}-640");
        var small = (await House.Get<PhotoReader>().GetAsync(Actor.Nobody, photo.Hash, 320)).Value;
        (small.Type, small.Bytes.ToArray().SequenceEqual(Pictures.Png)).Should().Be(("image/png", true));
        (await House.Get<PhotoReader>().GetAsync(Actor.Nobody, photo.Hash, 960)).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public async Task Another_photo_has_another_address_and_the_old_one_is_not_kept()
    {
        await Desk.SetAsync(House.Manager, Pancake, [new PhotoVariant(320, Pictures.Png)]);
        var before = (await PhotoAsync())!;

        await Desk.SetAsync(House.Manager, Pancake, [new PhotoVariant(320, Pictures.Jpeg)]);

        (await PhotoAsync())!.Hash.Should().NotBe(before.Hash);
        House.Ask("SELECT count(*) FROM photos").Should().Be(1);
    }

    [Fact]
    public async Task The_same_photo_again_changes_nothing_and_two_dishes_may_share_it()
    {
        var rice = House.Dish(Dishes.Rice).Id;
        var first = (await Desk.SetAsync(House.Manager, Pancake, [new PhotoVariant(320, Pictures.Png)])).Value;
        (await Desk.SetAsync(House.Manager, Pancake, [new PhotoVariant(320, Pictures.Png)])).Value.Should().Be(first);
        await Desk.SetAsync(House.Manager, rice, [new PhotoVariant(320, Pictures.Png)]);

        await Desk.RemoveAsync(House.Manager, Pancake);

        (await PhotoAsync()).Should().BeNull();
        House.Ask("SELECT count(*) FROM photos").Should().Be(1);
        await Desk.RemoveAsync(House.Manager, rice);
        House.Ask("SELECT count(*) FROM photos").Should().Be(0);
    }

    [Fact]
    public async Task Photos_are_the_managers_and_of_dishes_on_the_menu()
    {
        (await Desk.SetAsync(House.Kitchen, Pancake, [new PhotoVariant(320, Pictures.Png)])).Refusal!.Code.Should().Be("forbidden");
        (await Desk.RemoveAsync(House.Floor, Pancake)).Refusal!.Code.Should().Be("forbidden");
        (await Desk.SetAsync(House.Manager, Guid.NewGuid(), [new PhotoVariant(320, Pictures.Png)])).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public void What_is_no_photo_is_refused_by_what_it_is_not_by_its_name()
    {
        Wrong().Should().Equal("w640");
        Wrong((200, Pictures.Png)).Should().Equal("w200");
        Wrong((320, Pictures.Png), (320, Pictures.Jpeg)).Should().Equal("w320");
        Wrong((320, "<svg onload=alert(1)>"u8.ToArray())).Should().Equal("w320");
        Wrong((960, [])).Should().Equal("w960");
        Wrong((640, [.. Pictures.Jpeg, .. new byte[PhotoRule.MostBytes - Pictures.Jpeg.Length + 1]])).Should().Equal("w640");
        PhotoRule.Refuse([new PhotoVariant(640, [.. Pictures.Jpeg, .. new byte[PhotoRule.MostBytes - Pictures.Jpeg.Length]])]).Should().BeNull();
    }

    private static IEnumerable<string> Wrong(params (int Width, byte[] Bytes)[] sizes) =>
        PhotoRule.Refuse([.. sizes.Select(size => new PhotoVariant(size.Width, size.Bytes))]) is { Code: Refusal.Invalid } refusal
            ? refusal.Errors!.Keys
            : [];

    private async Task<Photo?> PhotoAsync() => (await House.MenuReader.GetAsync(House.Manager)).Value.Menu.Item(Pancake)!.Photo;
}

using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Access;

public sealed class SignInTests : HouseTests
{
    [Fact]
    public async Task The_first_accounts_sign_in_with_their_password_and_pin()
    {
        (await SignInAsync("manager", TestHouse.Password))
            .Value.Should()
            .BeEquivalentTo(House.Manager, same => same.Excluding(actor => actor.SessionId));
        (await SignInAsync("kitchen", TestHouse.Pin)).Value.Role.Should().Be(Role.Kitchen);
    }

    [Theory]
    [InlineData("manager", "wrong")]
    [InlineData("nobody", "wrong")]
    [InlineData("", "wrong")]
    [InlineData("manager", "")]
    [InlineData(null, null)]
    public async Task A_wrong_name_and_a_wrong_password_are_told_alike(string? name, string? password)
    {
        (await SignInAsync(name, password)).Refusal.Should().BeEquivalentTo(new Refusal("bad_credentials"));
    }

    [Fact]
    public async Task An_endless_secret_is_not_even_hashed()
    {
        (await SignInAsync("manager", new string('x', 1_000_000))).Refusal!.Code.Should().Be("bad_credentials");
    }

    [Fact]
    public async Task After_five_failures_every_further_try_waits()
    {
        for (var i = 0; i < 5; i++)
        {
            (await SignInAsync("manager", "wrong")).Refusal!.Code.Should().Be("bad_credentials");
        }

        var refusal = (await SignInAsync("manager", TestHouse.Password)).Refusal!;
        (refusal.Code, refusal.RetryAfter).Should().Be(("too_many_attempts", TimeSpan.FromSeconds(10)));
        (await SignInAsync("kitchen", TestHouse.Pin)).Refusal.Should().BeNull("other names do not wait");

        House.Clock.Now = House.Clock.Now.AddSeconds(10);
        (await SignInAsync("manager", "wrong")).Refusal!.Code.Should().Be("bad_credentials");
        (await SignInAsync("manager", TestHouse.Password)).Refusal!.RetryAfter.Should().Be(TimeSpan.FromSeconds(20), "each wait is twice as long");

        House.Clock.Now = House.Clock.Now.AddSeconds(20);
        (await SignInAsync("manager", TestHouse.Password)).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task Many_wrong_tries_at_once_do_not_slip_through()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => SignInAsync("manager", $"wrong{i}")));

        answers.Count(answer => string.Equals(answer.Refusal!.Code, "bad_credentials", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task Wrong_tries_from_elsewhere_lock_nobody_out()
    {
        for (var i = 0; i < 10; i++)
        {
            await House.AccessDesk.SignInAsync(Actor.Nobody, "manager", "wrong", "tablet", "203.0.113.9");
        }

        (await House.AccessDesk.SignInAsync(Actor.Nobody, "manager", TestHouse.Password, "tablet", "192.168.0.2")).Refusal.Should().BeNull();
    }

    [Fact]
    public void Waits_end_at_five_minutes_and_a_success_forgets_them()
    {
        var throttle = new SignInThrottle(House.Clock);
        for (var i = 0; i < 50; i++)
        {
            throttle.Failed("manager");
        }

        throttle.MustWait("MANAGER").Should().Be(TimeSpan.FromMinutes(5));
        throttle.Succeeded("manager");
        throttle.MustWait("manager").Should().BeNull();
    }

    [Fact]
    public async Task A_disabled_account_is_as_if_it_were_not_there()
    {
        await House.ExecuteAsync("UPDATE staff SET disabled_at = 1 WHERE name = 'manager'");

        (await SignInAsync("manager", TestHouse.Password)).Refusal!.Code.Should().Be("bad_credentials");
    }

    private Task<Outcome<Actor>> SignInAsync(string? name, string? password) => House.AccessDesk.SignInAsync(Actor.Nobody, name, password, "tablet");
}

using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Access;

public sealed class DeviceDeskTests : HouseTests
{
    private DeviceDesk Desk => House.Get<DeviceDesk>();

    [Fact]
    public async Task A_link_signs_a_device_in_once()
    {
        var link = await AddAsync("Grill tablet");
        (await House.Get<StaffReader>().OfferAsync(Actor.Nobody, link.Code))
            .Value.Should()
            .Be(new DeviceOffer("Grill tablet", "kitchen", Role.Kitchen));
        (await House.Get<StaffReader>().OfferAsync(Actor.Nobody, link.Code)).Refusal.Should().BeNull("looking does not use it up");

        var device = (await Desk.EnrolAsync(Actor.Nobody, link.Code)).Value;

        (device.Role, device.Id, device.Device).Should().Be((Role.Kitchen, House.Kitchen.Id, "Grill tablet"));
        (await House.AccessReader.CurrentAsync(device)).Refusal.Should().BeNull();
        (await Desk.EnrolAsync(Actor.Nobody, link.Code)).Refusal!.Code.Should().Be(StaffRefusal.UnknownLink);
        (await House.Get<StaffReader>().OfferAsync(Actor.Nobody, link.Code)).Refusal!.Code.Should().Be(StaffRefusal.UnknownLink);
        (await FindAsync(link.DeviceId))
            .Should()
            .BeEquivalentTo(
                new
                {
                    State = DeviceState.SignedIn,
                    SignedInAt = House.Clock.Now,
                    LastSeenAt = House.Clock.Now,
                }
            );
    }

    [Fact]
    public async Task Of_many_devices_that_use_a_link_at_once_one_is_signed_in()
    {
        var link = await AddAsync("Grill tablet");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Desk.EnrolAsync(Actor.Nobody, link.Code)));

        answers.Count(answer => answer.Refusal is null).Should().Be(1);
        House.Ask("SELECT count(*) FROM staff_sessions WHERE device_id = $1 AND ended_at IS NULL", link.DeviceId).Should().Be(1);
    }

    [Fact]
    public async Task A_link_ends_after_ten_minutes_and_another_one_can_be_had()
    {
        var link = await AddAsync("Grill tablet");
        House.Clock.Now += TimeSpan.FromMinutes(10);

        (await Desk.EnrolAsync(Actor.Nobody, link.Code)).Refusal!.Code.Should().Be(StaffRefusal.LinkExpired);
        (await FindAsync(link.DeviceId)).State.Should().Be(DeviceState.Expired);

        var next = (await Desk.InviteAsync(House.Manager, link.DeviceId)).Value;
        (await Desk.EnrolAsync(Actor.Nobody, link.Code)).Refusal!.Code.Should().Be(StaffRefusal.UnknownLink);
        (await Desk.EnrolAsync(Actor.Nobody, next.Code)).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task A_device_that_uses_another_link_is_signed_in_by_that_one_alone()
    {
        var link = await AddAsync("Grill tablet");
        var before = (await Desk.EnrolAsync(Actor.Nobody, link.Code)).Value;
        var next = (await Desk.InviteAsync(House.Manager, link.DeviceId)).Value;
        (await House.AccessReader.CurrentAsync(before)).Refusal.Should().BeNull("the old device works until the new one is there");

        var after = (await Desk.EnrolAsync(Actor.Nobody, next.Code)).Value;

        (await House.AccessReader.CurrentAsync(before)).Refusal!.Code.Should().Be("signed_out");
        (await House.AccessReader.CurrentAsync(after)).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task A_revoked_device_is_out_at_once_and_leaves_the_list()
    {
        var link = await AddAsync("Grill tablet");
        var device = (await Desk.EnrolAsync(Actor.Nobody, link.Code)).Value;

        (await Desk.RevokeAsync(House.Manager, link.DeviceId)).Refusal.Should().BeNull();
        (await Desk.RevokeAsync(House.Manager, link.DeviceId)).Refusal.Should().BeNull("twice is once");

        (await House.AccessReader.CurrentAsync(device)).Refusal!.Code.Should().Be("signed_out");
        (await House.Get<StaffReader>().DevicesAsync(House.Manager)).Value.Should().BeEmpty();
        (await Desk.InviteAsync(House.Manager, link.DeviceId)).Refusal!.Code.Should().Be(Refusal.NotFound);
        (await AddAsync("grill TABLET")).Code.Should().NotBeEmpty("its name is free again");
    }

    [Fact]
    public async Task A_link_is_revoked_with_its_device_before_anybody_used_it()
    {
        var link = await AddAsync("Grill tablet");
        await Desk.RevokeAsync(House.Manager, link.DeviceId);

        (await Desk.EnrolAsync(Actor.Nobody, link.Code)).Refusal!.Code.Should().Be(StaffRefusal.UnknownLink);
    }

    [Fact]
    public async Task A_link_of_an_account_that_was_disabled_opens_nothing()
    {
        var link = await AddAsync("Grill tablet");
        await House.Get<StaffDesk>().ChangeAsync(House.Manager, new ChangeStaff(House.Kitchen.Id) { Disabled = true });

        (await Desk.EnrolAsync(Actor.Nobody, link.Code)).Refusal!.Code.Should().Be(StaffRefusal.UnknownLink);
        (await Desk.InviteAsync(House.Manager, link.DeviceId)).Refusal!.Code.Should().Be(StaffRefusal.AccountDisabled);
    }

    [Fact]
    public async Task Whoever_becomes_a_manager_keeps_no_device_signed_in()
    {
        var link = await AddAsync("Grill tablet");
        var device = (await Desk.EnrolAsync(Actor.Nobody, link.Code)).Value;

        await House.Get<StaffDesk>().ChangeAsync(House.Manager, new ChangeStaff(House.Kitchen.Id) { Role = Role.Manager, Secret = "correct horse" });

        (await House.AccessReader.CurrentAsync(device)).Refusal!.Code.Should().Be("signed_out");
        (await House.Get<StaffReader>().DevicesAsync(House.Manager)).Value.Should().BeEmpty();
    }

    [Fact]
    public async Task A_device_needs_a_name_of_its_own_and_a_cook_s_or_waiter_s_account()
    {
        await AddAsync("Grill tablet");
        (await CodeAsync(" GRILL tablet ", House.Kitchen.Id)).Should().Be(StaffRefusal.NameTaken);
        (await CodeAsync("", House.Kitchen.Id)).Should().Be(Refusal.Invalid);
        (await CodeAsync(new string('x', 41), House.Kitchen.Id)).Should().Be(Refusal.Invalid);
        (await CodeAsync("Office", House.Manager.Id)).Should().Be(StaffRefusal.DeviceForManager);
        (await CodeAsync("Office", Guid.NewGuid())).Should().Be(Refusal.NotFound);
        (await Desk.AddAsync(House.Kitchen, new AddDevice("Office", House.Kitchen.Id))).Refusal!.Code.Should().Be(Refusal.Forbidden);
    }

    [Fact]
    public async Task A_code_is_of_128_bits_and_only_its_hash_is_kept()
    {
        var codes = new[] { await AddAsync("1"), await AddAsync("2") }.Select(link => link.Code).ToList();

        codes.Should().OnlyHaveUniqueItems().And.OnlyContain(code => code.Length == 22);
        House.Ask("SELECT count(*) FROM devices WHERE code_hash = $1 OR length(code_hash) <> 64", codes[0]).Should().Be(0);
        (await AddAsync("3")).ToString().Should().NotContain("Code");
        (await Desk.EnrolAsync(Actor.Nobody, new string('x', 100_000))).Refusal!.Code.Should().Be(StaffRefusal.UnknownLink);
        (await Desk.EnrolAsync(Actor.Nobody, null)).Refusal!.Code.Should().Be(StaffRefusal.UnknownLink);
    }

    private async Task<DeviceLink> AddAsync(string name) => (await Desk.AddAsync(House.Manager, new AddDevice(name, House.Kitchen.Id))).Value;

    private async Task<string?> CodeAsync(string name, Guid account) =>
        (await Desk.AddAsync(House.Manager, new AddDevice(name, account))).Refusal?.Code;

    private async Task<DeviceView> FindAsync(Guid id) =>
        (await House.Get<StaffReader>().DevicesAsync(House.Manager)).Value.Single(device => device.Id == id);
}

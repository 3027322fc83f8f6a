using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Access;

public sealed class StaffDeskTests : HouseTests
{
    private const string Password = "correct horse";

    private StaffDesk Desk => House.Get<StaffDesk>();

    [Fact]
    public async Task A_new_account_signs_in_by_its_pin_and_is_what_its_role_says()
    {
        var added = await Desk.AddAsync(House.Manager, new AddStaff("  서연  ", Role.Floor, "7351"));

        added.Refusal.Should().BeNull();
        var actor = (await SignInAsync("서연", "7351")).Value;
        (actor.Role, actor.Id, actor.Name).Should().Be((Role.Floor, added.Value, "서연"));
        (await House.AccessReader.CurrentAsync(actor)).Refusal.Should().BeNull();
    }

    [Theory]
    [InlineData(Role.Manager, "1357924")]
    [InlineData(Role.Manager, "135792")]
    [InlineData(Role.Floor, "135")]
    [InlineData(Role.Floor, "")]
    [InlineData(Role.Kitchen, "abc1234")]
    public async Task A_secret_that_is_too_short_for_the_role_is_refused(Role role, string secret)
    {
        var refusal = (await Desk.AddAsync(House.Manager, new AddStaff("new", role, secret))).Refusal!;

        refusal.Code.Should().Be(Refusal.Invalid);
        refusal.Errors.Should().ContainKey("secret");
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("7777777")]
    [InlineData("1234")]
    [InlineData("4321")]
    [InlineData("7890")]
    [InlineData("98765432")]
    [InlineData("121212")]
    [InlineData("password1")]
    [InlineData("Wonderful")]
    public async Task A_secret_that_everybody_tries_first_is_refused(string secret)
    {
        (await Desk.AddAsync(House.Manager, new AddStaff("wonderful", Role.Floor, secret))).Refusal!.Code.Should().Be(StaffRefusal.WeakSecret);
    }

    [Fact]
    public void A_secret_that_is_made_is_good_for_its_role()
    {
        foreach (var role in new[] { Role.Kitchen, Role.Floor, Role.Manager })
        {
            Enumerable.Range(0, 200).Select(_ => SecretRule.Make(role)).Should().OnlyContain(secret => SecretRule.Refuse(role, "x", secret) == null);
        }
    }

    [Theory]
    [InlineData("KITCHEN", StaffRefusal.NameTaken)]
    [InlineData(" Manager ", StaffRefusal.NameTaken)]
    [InlineData("   ", Refusal.Invalid)]
    [InlineData("12345678901234567890123456789012345678901", Refusal.Invalid)]
    public async Task A_name_is_one_account_s_alone(string name, string code)
    {
        (await Desk.AddAsync(House.Manager, new AddStaff(name, Role.Floor, "7351"))).Refusal!.Code.Should().Be(code);
        var waiter = await HireAsync("Ålund");
        (await Desk.ChangeAsync(House.Manager, new ChangeStaff(waiter) { Name = name })).Refusal!.Code.Should().Be(code);
    }

    [Fact]
    public async Task Letters_beyond_ascii_differ_in_case_only_too_and_one_s_own_name_may_be_written_otherwise()
    {
        var waiter = await HireAsync("Ålund");

        (await Desk.AddAsync(House.Manager, new AddStaff("åLUND", Role.Floor, "7351"))).Refusal!.Code.Should().Be(StaffRefusal.NameTaken);
        (await Desk.ChangeAsync(House.Manager, new ChangeStaff(waiter) { Name = "åLUND" })).Refusal.Should().BeNull();
        (await FindAsync(waiter)).Name.Should().Be("åLUND");
    }

    [Fact]
    public async Task Only_roles_of_staff_can_be_given()
    {
        foreach (var role in new[] { Role.Guest, Role.System, Role.Nobody })
        {
            (await Desk.AddAsync(House.Manager, new AddStaff("new", role, Password))).Refusal!.Errors.Should().ContainKey("role");
            (await Desk.ChangeAsync(House.Manager, new ChangeStaff(House.Kitchen.Id) { Role = role })).Refusal!.Errors.Should().ContainKey("role");
        }
    }

    [Fact]
    public async Task A_new_secret_ends_the_account_s_sign_ins_and_the_old_one_opens_nothing()
    {
        (await Desk.ChangeAsync(House.Manager, new ChangeStaff(House.Kitchen.Id) { Secret = "7351" })).Refusal.Should().BeNull();

        (await House.AccessReader.CurrentAsync(House.Kitchen)).Refusal!.Code.Should().Be("signed_out");
        (await SignInAsync("kitchen", TestHouse.Pin)).Refusal!.Code.Should().Be("bad_credentials");
        (await SignInAsync("kitchen", "7351")).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task Whoever_changes_their_own_secret_stays_and_is_signed_out_elsewhere()
    {
        var elsewhere = (await SignInAsync("manager", TestHouse.Password)).Value;

        (await Desk.ChangeAsync(House.Manager, new ChangeStaff(House.Manager.Id) { Secret = Password })).Refusal.Should().BeNull();

        (await House.AccessReader.CurrentAsync(House.Manager)).Refusal.Should().BeNull();
        (await House.AccessReader.CurrentAsync(elsewhere)).Refusal!.Code.Should().Be("signed_out");
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_in_again_when_it_is_enabled()
    {
        var waiter = await HireAsync("서연");
        var actor = (await SignInAsync("서연", "7351")).Value;

        await Desk.ChangeAsync(House.Manager, new ChangeStaff(waiter) { Disabled = true });
        (await House.AccessReader.CurrentAsync(actor)).Refusal!.Code.Should().Be("signed_out");
        (await SignInAsync("서연", "7351")).Refusal!.Code.Should().Be("bad_credentials");

        await Desk.ChangeAsync(House.Manager, new ChangeStaff(waiter) { Disabled = false });
        (await House.AccessReader.CurrentAsync(actor)).Refusal!.Code.Should().Be("signed_out", "what has ended stays so");
        (await SignInAsync("서연", "7351")).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task The_last_manager_stays_one_and_nobody_disables_themselves()
    {
        var me = House.Manager.Id;
        (await CodeAsync(new ChangeStaff(me) { Disabled = true })).Should().Be(StaffRefusal.LastManager);
        (await CodeAsync(new ChangeStaff(me) { Role = Role.Floor })).Should().Be(StaffRefusal.LastManager);

        var other = (await Desk.AddAsync(House.Manager, new AddStaff("owner", Role.Manager, Password))).Value;
        (await CodeAsync(new ChangeStaff(me) { Disabled = true })).Should().Be(StaffRefusal.OwnAccount);
        (await CodeAsync(new ChangeStaff(other) { Disabled = true })).Should().BeNull();
        (await CodeAsync(new ChangeStaff(me) { Role = Role.Floor })).Should().Be(StaffRefusal.LastManager, "a disabled manager manages nothing");
    }

    [Fact]
    public async Task A_cook_becomes_a_manager_only_with_a_password()
    {
        var cook = House.Kitchen.Id;
        (await Desk.ChangeAsync(House.Manager, new ChangeStaff(cook) { Role = Role.Manager })).Refusal!.Errors.Should().ContainKey("secret");
        (await CodeAsync(new ChangeStaff(cook) { Role = Role.Manager, Secret = "7351" })).Should().Be(Refusal.Invalid);
        (await CodeAsync(new ChangeStaff(cook) { Role = Role.Manager, Secret = Password })).Should().BeNull();

        (await House.AccessReader.CurrentAsync(House.Kitchen)).Refusal!.Code.Should().Be("signed_out", "what the cookie says is no longer so");
        (await SignInAsync("kitchen", Password)).Value.Role.Should().Be(Role.Manager);
        (await Desk.ChangeAsync(House.Manager, new ChangeStaff(cook) { Secret = "7351" })).Refusal!.Errors.Should().ContainKey("secret");
    }

    [Fact]
    public async Task Of_two_managers_at_once_each_keeps_what_the_other_did_not_touch()
    {
        await Task.WhenAll(
            Desk.ChangeAsync(House.Manager, new ChangeStaff(House.Kitchen.Id) { Name = "Grill" }),
            Desk.ChangeAsync(House.Manager, new ChangeStaff(House.Kitchen.Id) { Role = Role.Floor })
        );

        var after = await FindAsync(House.Kitchen.Id);
        (after.Name, after.Role).Should().Be(("Grill", Role.Floor));
        var both = await Task.WhenAll(
            Desk.AddAsync(House.Manager, new AddStaff("Twin", Role.Floor, "7351")),
            Desk.AddAsync(House.Manager, new AddStaff("twin", Role.Floor, "7351"))
        );
        both.Select(one => one.Refusal?.Code).Should().BeEquivalentTo([null, StaffRefusal.NameTaken]);
    }

    [Fact]
    public async Task A_change_is_all_or_nothing()
    {
        var waiter = await HireAsync("서연");

        (await CodeAsync(new ChangeStaff(waiter) { Name = "kitchen", Secret = "9517" })).Should().Be(StaffRefusal.NameTaken);

        (await SignInAsync("서연", "7351")).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task A_renamed_account_is_called_so_on_its_open_screens()
    {
        await Desk.ChangeAsync(House.Manager, new ChangeStaff(House.Kitchen.Id) { Name = "Grill" });

        (await House.AccessReader.CurrentAsync(House.Kitchen)).Value.Name.Should().Be("Grill");
    }

    [Fact]
    public async Task Ending_sign_ins_ends_all_but_the_one_that_asks()
    {
        var again = (await SignInAsync("kitchen", TestHouse.Pin)).Value;
        (await Desk.EndSignInsAsync(House.Manager, House.Kitchen.Id)).Value.Should().Be(2);
        (await Desk.EndSignInsAsync(House.Manager, House.Manager.Id)).Value.Should().Be(0);

        (await House.AccessReader.CurrentAsync(again)).Refusal!.Code.Should().Be("signed_out");
        (await House.AccessReader.CurrentAsync(House.Manager)).Refusal.Should().BeNull();
        (await Desk.EndSignInsAsync(House.Manager, Guid.NewGuid())).Refusal!.Code.Should().Be(Refusal.NotFound);
    }

    [Fact]
    public async Task The_list_says_who_is_signed_in_from_where_and_was_seen_when()
    {
        House.Clock.Now += TimeSpan.FromMinutes(3);
        await House.AccessReader.CurrentAsync(House.Kitchen);

        var cook = await FindAsync(House.Kitchen.Id);

        cook.LiveSignIns.Should().Be(1);
        cook.SignIns.Should().ContainSingle(signIn => signIn.Device == "kitchen-1" && signIn.LastSeenAt == House.Clock.Now);
        cook.LastSignInAt.Should().Be(cook.SignIns[0].StartedAt);
        (await FindAsync(await HireAsync("new"))).Should().BeEquivalentTo(new { LastSignInAt = (DateTimeOffset?)null, LiveSignIns = 0 });
    }

    [Fact]
    public async Task Secrets_stand_nowhere_but_in_their_hash()
    {
        var waiter = await HireAsync("서연");
        await Desk.ChangeAsync(House.Manager, new ChangeStaff(waiter) { Secret = "hunter2-hunter2" });

        House.Ask("SELECT count(*) FROM journal WHERE detail LIKE '%hunter2%' OR detail LIKE '%7351%' OR subject LIKE '%hunter2%'").Should().Be(0);
        House.Ask("SELECT count(*) FROM staff WHERE password_hash LIKE '%hunter2%'").Should().Be(0);
        $"{new AddStaff("x", Role.Floor, "hunter2")} {new ChangeStaff(waiter) { Secret = "hunter2" }}".Should().NotContain("hunter2");
    }

    [Fact]
    public async Task Others_than_the_manager_change_nothing()
    {
        foreach (var actor in new[] { House.Kitchen, House.Floor, Actor.Nobody, await House.SeatAsync(1) })
        {
            (await Desk.AddAsync(actor, new AddStaff("new", Role.Floor, "7351"))).Refusal!.Code.Should().Be(Refusal.Forbidden);
            (await Desk.ChangeAsync(actor, new ChangeStaff(House.Kitchen.Id) { Secret = "7351" })).Refusal!.Code.Should().Be(Refusal.Forbidden);
        }
    }

    private async Task<Guid> HireAsync(string name) => (await Desk.AddAsync(House.Manager, new AddStaff(name, Role.Floor, "7351"))).Value;

    private async Task<string?> CodeAsync(ChangeStaff change) => (await Desk.ChangeAsync(House.Manager, change)).Refusal?.Code;

    private async Task<StaffView> FindAsync(Guid id) => (await House.Get<StaffReader>().ListAsync(House.Manager)).Value.Single(one => one.Id == id);

    private Task<Outcome<Actor>> SignInAsync(string name, string secret) => House.AccessDesk.SignInAsync(Actor.Nobody, name, secret, "phone");
}

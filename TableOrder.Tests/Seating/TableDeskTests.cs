using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

public sealed class TableDeskTests : HouseTests
{
    private static readonly LocalText Garden = Area("정원", "Garden");

    [Fact]
    public async Task A_row_of_tables_stands_behind_the_others_each_with_a_code_of_its_own()
    {
        var before = (await House.Tables.TablesAsync(House.Manager)).Value;
        var version = await House.Topics.VersionAsync([SeatingDesk.TablesTopic]);

        var added = (await House.TableDesk.AddAsync(House.Manager, new AddTables(["G1", "G2", "G3"], Garden, 6))).Value;

        var tables = (await House.Tables.TablesAsync(House.Manager)).Value;
        tables
            .Skip(before.Count)
            .Select(table => (table.Id, table.Name, table.Seats))
            .Should()
            .Equal((added[0], "G1", 6), (added[1], "G2", 6), (added[2], "G3", 6));
        tables.Select(table => table.Token).Should().OnlyHaveUniqueItems().And.OnlyContain(token => TableToken.IsWellFormed(token));
        (await House.JoinAsync(tables[^1].Token)).Refusal.Should().BeNull();
        (await House.Topics.VersionAsync([SeatingDesk.TablesTopic])).Should().BeGreaterThan(version);
        House.Ask("SELECT count(*) FROM journal WHERE act = 'tables_added' AND subject = 'G1, G2, G3'").Should().Be(1);
    }

    [Fact]
    public async Task Names_that_others_have_are_told_and_none_of_the_row_is_added()
    {
        var refused = (await House.TableDesk.AddAsync(House.Manager, new AddTables(["6", "7", "500"], Garden, 2))).Refusal;

        refused.Should().BeOfType<TableNamesTaken>().Which.Names.Should().Equal("6", "7");
        House.Ask("SELECT count(*) FROM tables WHERE name = '500'").Should().Be(0);
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("123456789012345678901", 4)]
    [InlineData("a|A", 4)]
    [InlineData("x", 0)]
    [InlineData("x", 100)]
    public async Task A_bad_name_and_bad_seats_are_refused(string names, int seats)
    {
        var refused = (await House.TableDesk.AddAsync(House.Manager, new AddTables(names.Split('|'), Garden, seats))).Refusal;

        refused!.Code.Should().Be("invalid");
    }

    [Fact]
    public async Task An_area_speaks_every_language_of_the_house_in_at_most_40_characters()
    {
        (await AddAsync("x", new LocalText(new Dictionary<string, string>(StringComparer.Ordinal) { ["ko"] = "정원" })))
            .Refusal!.Code.Should()
            .Be("invalid");
        (await AddAsync("x", Area("정원", new string('g', 41)))).Refusal!.Code.Should().Be("invalid");
        (await AddAsync("x", Area("정원", new string('g', 40)))).Refusal.Should().BeNull();

        // The same area in the house's language is that area, however its English is spelled this time.
        (await AddAsync("y", Area(" 정원 ", "Garden")))
            .Refusal.Should()
            .BeNull();
        (await TableAsync("y")).Area.In("en").Should().Be(new string('g', 40));
    }

    [Fact]
    public async Task A_change_takes_what_it_names_and_leaves_the_rest()
    {
        var table = await House.TableAsync(7);
        await House.TableDesk.PlaceAsync(House.Manager, [new TablePlace(table.Id, new PlanCell(3, 2))]);

        (await House.TableDesk.ChangeAsync(House.Manager, new ChangeTable(table.Id) { Name = "Window", Seats = 9 })).Refusal.Should().BeNull();
        (await House.TableDesk.ChangeAsync(House.Manager, new ChangeTable(table.Id) { IsOutOfUse = true })).Refusal.Should().BeNull();

        var changed = await TableAsync("Window");
        (changed.Id, changed.Seats, changed.IsOutOfUse, changed.Place).Should().Be((table.Id, 9, true, new PlanCell(3, 2)));
        (await House.JoinAsync(changed.Token)).Refusal!.Code.Should().Be("table_closed");
        (await House.TableDesk.ChangeAsync(House.Manager, new ChangeTable(table.Id) { Name = "8" })).Refusal.Should().BeOfType<TableNamesTaken>();
        (await House.TableDesk.ChangeAsync(House.Manager, new ChangeTable(Guid.NewGuid()) { Seats = 2 })).Refusal!.Code.Should().Be("not_found");

        (await House.TableDesk.ChangeAsync(House.Manager, new ChangeTable(table.Id) { Area = Garden })).Refusal.Should().BeNull();
        (await TableAsync("Window")).Place.Should().BeNull("it stands on another plan now");
    }

    [Fact]
    public async Task While_a_party_sits_there_a_table_keeps_its_name_and_kind_and_cannot_be_taken_away()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Cola);
        var table = await House.TableAsync(7);

        (await House.TableDesk.ChangeAsync(House.Manager, new ChangeTable(table.Id) { Name = "X" })).Refusal!.Code.Should().Be("party_seated");
        (await House.TableDesk.ChangeAsync(House.Manager, new ChangeTable(table.Id) { IsCounter = true })).Refusal!.Code.Should().Be("party_seated");
        (await House.TableDesk.ArchiveAsync(House.Manager, table.Id)).Refusal!.Code.Should().Be("party_seated");
        (await House.TableDesk.ChangeAsync(House.Manager, new ChangeTable(table.Id) { Seats = 3, Name = "7" })).Refusal.Should().BeNull();

        await House.StepAsync(order, LineStatus.Ready);
        await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, LineStatus.Served));
        (await House.CloseAsync(guest.SeatingId!.Value)).Refusal.Should().BeNull();
        (await House.TableDesk.ArchiveAsync(House.Manager, table.Id)).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task At_a_counter_each_of_its_parties_counts()
    {
        await House.ExecuteAsync("UPDATE tables SET counter = 1 WHERE name = '7'");
        var table = await House.TableAsync(7);
        var (_, second) = (
            (await House.Seatings.OpenAsync(House.Floor, table.Id)).Value,
            (await House.Seatings.OpenAsync(House.Floor, table.Id)).Value
        );
        await House.CloseAsync(second);

        (await House.TableDesk.ArchiveAsync(House.Manager, table.Id)).Refusal!.Code.Should().Be("party_seated");
    }

    [Fact]
    public async Task A_table_that_is_taken_away_is_in_no_list_and_its_code_ends_but_its_past_stays()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Cola);
        await House.StepAsync(order, LineStatus.Ready);
        await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, LineStatus.Served));
        await House.CloseAsync(guest.SeatingId!.Value);
        var table = await House.TableAsync(7);
        await House.TableDesk.PlaceAsync(House.Manager, [new TablePlace(table.Id, new PlanCell(1, 1))]);
        var scanned = await House.SeatAsync(7, "only looking");

        (await House.TableDesk.ArchiveAsync(House.Manager, table.Id)).Value.Should().Be(table.Id);
        (await House.TableDesk.ArchiveAsync(House.Manager, table.Id)).Value.Should().Be(table.Id);

        (await House.Tables.TablesAsync(House.Manager)).Value.Should().NotContain(one => one.Id == table.Id);
        (await House.Tables.ArchivedAsync(House.Manager)).Value.Should().ContainSingle().Which.Name.Should().Be("7");
        (await House.JoinAsync(table.Token)).Refusal!.Code.Should().Be("unknown_table");
        (await House.Tables.FreeTableAsync(Actor.Nobody, table.Token)).Refusal!.Code.Should().Be("unknown_table");
        (await House.Tables.MineAsync(scanned)).Refusal!.Code.Should().Be("not_found");
        (await House.Seatings.OpenAsync(House.Floor, table.Id)).Refusal!.Code.Should().Be("table_closed");
        (await House.Moving.MoveAsync(House.Floor, (await House.SeatAsync(8)).SeatingId!.Value, table.Id)).Refusal!.Code.Should().Be("table_closed");
        (await House.Closing.ReopenAsync(House.Floor, guest.SeatingId.Value)).Refusal!.Code.Should().Be("table_closed");
        (await House.OrderReader.ListAsync(House.Manager, new OrderQuery { TableId = table.Id }))
            .Value.Items.Should()
            .ContainSingle()
            .Which.TableName.Should()
            .Be("7");
        (await House.Tables.GetAsync(House.Manager, guest.SeatingId.Value)).Value.TableName.Should().Be("7");
        House.Ask("SELECT count(*) FROM journal WHERE act = 'table_archived'").Should().Be(1);
    }

    [Fact]
    public async Task It_comes_back_with_its_code_unless_another_has_its_name_by_now()
    {
        var table = await House.TableAsync(7);
        await House.TableDesk.ArchiveAsync(House.Manager, table.Id);
        var other = (await AddAsync("7", Garden)).Value[0];

        (await House.TableDesk.RestoreAsync(House.Manager, table.Id)).Refusal.Should().BeOfType<TableNamesTaken>().Which.Names.Should().Equal("7");
        await House.TableDesk.ArchiveAsync(House.Manager, other);
        (await House.TableDesk.RestoreAsync(House.Manager, table.Id)).Value.Should().Be(table.Id);

        (await House.TableAsync(7)).Id.Should().Be(table.Id);
        (await House.JoinAsync(table.Token)).Refusal.Should().BeNull();
        (await House.TableDesk.RestoreAsync(House.Manager, Guid.NewGuid())).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public async Task A_new_code_ends_the_old_one_at_once_while_guests_who_sit_there_keep_their_places()
    {
        var guest = await House.SeatAsync(7);
        var table = await House.TableAsync(7);

        var token = (await House.TableDesk.RotateAsync(House.Manager, table.Id, table.Token!)).Value;

        token.Should().NotBe(table.Token);
        (await House.JoinAsync(table.Token)).Refusal!.Code.Should().Be("unknown_table");
        (await House.Tables.FreeTableAsync(Actor.Nobody, table.Token))
            .Refusal!.Code.Should()
            .Be("unknown_table", "its tablet has to be set up again");
        (await House.OrderAsync(guest, Dishes.Cola)).TableName.Should().Be("7");
        var friend = (await House.JoinAsync(token)).Value;
        friend.SeatingId.Should().Be(guest.SeatingId, "the new code leads to the same table");
        (await House.JoinAsync((await House.Tables.CodeAsync(guest, guest.SeatingId!.Value)).Value.Code)).Refusal.Should().BeNull();

        // Pressed once more, with the code that was on the screen.
        (await House.TableDesk.RotateAsync(House.Manager, table.Id, table.Token!))
            .Value.Should()
            .Be(token);
        House.Ask("SELECT count(*) FROM journal WHERE act = 'table_token_rotated'").Should().Be(1);
    }

    [Fact]
    public async Task An_area_gets_another_name_for_all_its_tables_unless_another_has_it()
    {
        await AddAsync("G1", Garden);
        await House.TableDesk.ArchiveAsync(House.Manager, (await AddAsync("G2", Garden)).Value[0]);
        var hall = (await House.TableAsync(7)).Area;

        (await House.TableDesk.RenameAreaAsync(House.Manager, hall, Garden)).Refusal!.Code.Should().Be("area_name_taken");
        (await House.TableDesk.RenameAreaAsync(House.Manager, Garden, Area("정원", "Backyard"))).Refusal.Should().BeNull();
        (await House.TableDesk.RenameAreaAsync(House.Manager, Garden, Area("뒤뜰", "Backyard"))).Refusal.Should().BeNull();

        (await TableAsync("G1")).Area.In("ko").Should().Be("뒤뜰");
        (await House.Tables.ArchivedAsync(House.Manager)).Value.Single().Area.In("ko").Should().Be("뒤뜰");
        (await House.TableDesk.RenameAreaAsync(House.Manager, Garden, Area("a", "b"))).Refusal!.Code.Should().Be("not_found");
    }

    [Fact]
    public async Task Who_waits_at_tables_changes_none()
    {
        (await House.TableDesk.ArchiveAsync(House.Floor, (await House.TableAsync(7)).Id)).Refusal!.Code.Should().Be("forbidden");
    }

    private static LocalText Area(string korean, string english) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { ["ko"] = korean, ["en"] = english });

    private Task<Outcome<IReadOnlyList<Guid>>> AddAsync(string name, LocalText area) =>
        House.TableDesk.AddAsync(House.Manager, new AddTables([name], area, 4));

    private async Task<TableView> TableAsync(string name) =>
        (await House.Tables.TablesAsync(House.Manager)).Value.Single(table => string.Equals(table.Name, name, StringComparison.Ordinal));
}

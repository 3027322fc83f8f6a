using System.Text.Json;
using Microsoft.Data.Sqlite;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Storage;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Ordering;

public sealed class OrderLogTests : HouseTests
{
    private const string Columns =
        "event_type, order_version, seating_id, stations, actor, device, detail, created_at, from_seating_id IS NULL, length(id)";

    [Fact]
    public async Task Every_version_of_an_order_has_one_event()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet, Dishes.Cola);
        await StepAsync(order, LineStatus.Preparing, "grill");
        await StepAsync(order, LineStatus.Preparing, "grill");
        await StepAsync(order, LineStatus.Ready);
        await StepAsync(order, LineStatus.Served);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "hair in it"));

        Events(order)
            .Should()
            .Equal("1 order_placed", "2 order_status_updated", "3 order_status_updated", "4 order_status_updated", "5 order_cancelled");
        (await House.OrderReader.GetAsync(guest, order.Id)).Value.Version.Should().Be(5);
    }

    [Fact]
    public async Task An_event_tells_who_did_what_where_and_when()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Sorbet, Dishes.Pancake, Dishes.Cola);
        House.Clock.Now = House.Clock.Now.AddMinutes(1);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "no time") { Lines = [new CancelLine(order.Lines[0].Id)] });

        var told = Told(order, version: 2);

        told[..6].Should().Equal("order_lines_updated", "2", $"{guest.SeatingId}", ",bar,grill,", $"staff:{House.Manager.Id}", "tablet");
        told[7..].Should().Equal($"{House.Clock.Now.ToUnixTimeMilliseconds()}", "1", "16");
        using var detail = JsonDocument.Parse(told[6]);
        detail.RootElement.GetProperty("reason").GetString().Should().Be("no time");
        var line = detail.RootElement.GetProperty("lines").EnumerateArray().Should().ContainSingle().Subject;
        line.GetProperty("id").GetGuid().Should().Be(order.Lines[0].Id);
        line.GetProperty("from").GetString().Should().Be("placed");
        line.GetProperty("to").GetString().Should().Be("cancelled");
        line.GetProperty("cancelled").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task A_guests_order_is_logged_as_the_guests()
    {
        var guest = await House.SeatAsync(7);
        var order = await House.OrderAsync(guest, Dishes.Cola);

        Told(order, version: 1)[3..6].Should().Equal(",,", $"guest:{guest.Id}", "phone");
    }

    [Fact]
    public async Task A_command_that_changes_nothing_writes_nothing()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await StepAsync(order, LineStatus.Ready);

        var again = await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, LineStatus.Ready));
        var refused = await House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, LineStatus.Ready) { Version = 1 });

        again.Value.Version.Should().Be(2);
        refused.Refusal!.Code.Should().Be("stale_version");
        Events(order).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_event_for_a_version()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        const string Again = """
            INSERT INTO order_events (id, order_id, order_version, event_type, seating_id, stations, actor, device, detail, created_at)
            SELECT 'x', order_id, order_version, event_type, seating_id, stations, actor, device, detail, created_at FROM order_events
            """;

        var doubled = () => House.ExecuteAsync(Again);

        (await doubled.Should().ThrowAsync<SqliteException>()).Which.Message.Should().Contain("order_version");
        Events(order).Should().ContainSingle();
    }

    [Fact]
    public async Task The_log_holds_its_order_fast()
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);

        var erased = () => House.ExecuteAsync("DELETE FROM orders WHERE id = $1", order.Id);

        await erased.Should().ThrowAsync<SqliteException>();
    }

    private Task<Outcome<Order>> StepAsync(Order order, LineStatus to, string? station = null) =>
        House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, to) { Station = station });

    private List<string> Events(Order order) =>
        House.Read(session =>
            session.Query(
                "SELECT order_version, event_type FROM order_events WHERE order_id = $1 ORDER BY sequence",
                row => $"{row.Int(0)} {row.Text(1)}",
                order.Id
            )
        );

    private string[] Told(Order order, int version) =>
        House.Read(session =>
            session.First(
                $"SELECT {Columns} FROM order_events WHERE order_id = $1 AND order_version = $2",
                row => Enumerable.Range(0, Columns.Split(",").Length).Select(row.Told).ToArray(),
                order.Id,
                version
            )!
        );
}

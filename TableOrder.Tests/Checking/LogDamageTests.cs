using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Checking;

/// <summary>The log and the orders must tell the same story.</summary>
public sealed class LogDamageTests : DamagedHouse
{
    private const string Elsewhere = "x'0195555555555555855555555555aaaa'";

    /// <summary>What is done to events, or to what they led to, and a line that tells of it.</summary>
    public static TheoryData<string, string> Damages =>
        new()
        {
            { "UPDATE orders SET version = 7 WHERE number = 1", "*(#1 *: version is 7, its events end at 3" },
            { $"DELETE FROM order_events WHERE order_id = {First} AND order_version = 2", "*(#1 *: the event after version 1 is of version 3" },
            { $"DELETE FROM order_events WHERE order_id = {First} AND order_version = 3", "*(#1 *: version is 3, its events end at 2" },
            { $"DELETE FROM order_events WHERE order_id = {First}", "*(#1 *: version is 3, its events end at 0" },
            {
                $"UPDATE order_events SET seating_id = {Elsewhere} WHERE order_version = 3",
                "*(#1 *: the event of version 3 is of seating *, the one before it of *"
            },
            { $"UPDATE order_events SET seating_id = {Elsewhere} WHERE order_version = 3", "*(#1 *: seating is *, its events end at *" },
            { $"UPDATE order_events SET seating_id = {Elsewhere} WHERE order_id = {First}", "*(#1 *: seating is *, its events end at *" },
            { "UPDATE order_events SET seating_id = x'00' WHERE order_version = 2", "*(#1 *: the event of version 2 is of seating *" },
            { "UPDATE order_events SET from_seating_id = seating_id WHERE order_version = 2", "*(#1 *: the event of version 2 comes from seating *" },
            {
                $"UPDATE order_events SET event_type = 'order_moved', from_seating_id = {Elsewhere} WHERE order_version = 2",
                "*(#1 *: the event of version 2 comes from seating *"
            },
            {
                "UPDATE order_events SET stations = ',bar,' WHERE order_version = 2",
                "*(#1 *: the event of version 2 is for the stations ,bar,, the lines for ,bar,grill,"
            },
            {
                "UPDATE order_events SET stations = '' WHERE order_version = 1",
                "*(#2 *: the event of version 1 is for the stations *, the lines for ,grill,"
            },
            {
                "UPDATE order_events SET sequence = sequence + 10 WHERE order_version = 2",
                "*(#1 *: the event of version 3 is number 4 of the log, the one before it 13"
            },
        };

    /// <summary>What is done to types and details, or to the lines they moved, and a line that tells of it.</summary>
    public static TheoryData<string, string> OtherStories =>
        new()
        {
            { "UPDATE order_events SET event_type = 'order_paid' WHERE order_version = 1", "*(#1 *: the event of version 1 is order_paid" },
            { "UPDATE order_events SET event_type = 'order_placed' WHERE order_version = 2", "*(#1 *: the event of version 2 is order_placed" },
            { "UPDATE order_events SET event_type = 'order_eaten' WHERE order_version = 2", "*(#1 *: the event of version 2 is order_eaten" },
            {
                "UPDATE order_events SET event_type = 'order_paid' WHERE order_version = 3",
                "*(#1 *: the event of version 3 is order_paid, its detail says *"
            },
            {
                "UPDATE order_events SET event_type = 'order_lines_updated' WHERE order_version = 2",
                "*(#1 *: the event of version 2 is order_lines_updated, its detail says order_status_updated"
            },
            {
                "UPDATE order_events SET event_type = 'order_cancelled' WHERE order_version = 3",
                "*(#1 *: the event of version 3 is order_cancelled, its detail says order_lines_updated"
            },
            {
                "UPDATE order_events SET event_type = 'order_received' WHERE order_version = 3",
                "*(#1 *: the event of version 3 is order_received, its detail says order_lines_updated"
            },
            { "UPDATE order_events SET detail = 'null' WHERE order_version = 2", "*(#1 *: the detail of version 2 cannot be read: *" },
            { "UPDATE order_events SET detail = '{}' WHERE order_version = 2", "*(#1 *: the detail of version 2 cannot be read: *" },
            {
                """UPDATE order_events SET detail = '{"lines":[null]}' WHERE order_version = 2""",
                "*(#1 *: the event of version 2 moves line null, which is none of its own"
            },
            {
                "UPDATE order_events SET detail = replace(detail, 'placed', 'served') WHERE order_version = 2",
                "*(#1 *: the event of version 2 moves line * from Served to Preparing, 0 cancelled; it was Placed"
            },
            {
                "UPDATE order_events SET detail = replace(detail, 'preparing', 'served') WHERE order_version = 2",
                "*(#1 *: the event of version 2 moves line * from Placed to Served, 0 cancelled; it was Placed"
            },
            {
                """UPDATE order_events SET detail = replace(detail, '"cancelled":0', '"cancelled":-1') WHERE order_version = 3""",
                "*(#1 *: line *: cancelled quantity is 0, counted -1"
            },
            { """UPDATE order_events SET detail = '{"lines":[]}' WHERE order_version = 3""", "*(#1 *: line * is Ready, its events say Preparing" },
            { "UPDATE order_lines SET cancelled_quantity = 2", "*(#2 *: line *: cancelled quantity is 2, counted 0" },
            { "UPDATE order_lines SET status = 'preparing' WHERE station = 'bar'", "*(#1 *: line * is Preparing, its events say Placed" },
            { "UPDATE order_lines SET changed_version = 1", "*(#1 *: line *: changed version is 1, counted 3" },
            { $"UPDATE order_lines SET changed_version = 4 WHERE order_id = {First}", "*(#1 *: line * changed in version 4, the order is at 3" },
        };

    [Theory]
    [MemberData(nameof(Damages))]
    [MemberData(nameof(OtherStories))]
    public Task What_was_changed_is_named(string sql, string line) => ShouldNameAsync(sql, line);

    [Theory]
    [InlineData("0", "*(#3 *: line *: cancelled quantity is 1, counted 0")]
    [InlineData("2", "*(#3 *: line *: cancelled quantity is 1, counted 2")]
    public async Task What_an_event_cancelled_is_counted(string told, string line)
    {
        var guest = await House.SeatAsync(5);
        var order = await House.OrderAsync(guest, Dishes.Sorbet);
        await House.Orders.CancelAsync(House.Manager, new CancelOrder(order.Id, "dropped"));

        await ShouldNameAsync(
            $"""UPDATE order_events SET detail = replace(detail, '"cancelled":1', '"cancelled":{told}') WHERE event_type = 'order_cancelled'""",
            line
        );
    }

    [Fact]
    public async Task A_cancelled_order_without_its_event_is_named()
    {
        await ShouldNameAsync(
            "UPDATE order_lines SET status = 'cancelled', quantity = 0, cancelled_quantity = 1 WHERE order_id <> " + First,
            "*(#2 *: line * is Cancelled, its events say Placed"
        );
    }

    [Fact]
    public async Task A_move_that_names_where_the_order_was_is_believed()
    {
        var (first, other) = (Recount.ShouldAgree(House)[0], await House.SeatAsync(5));
        await House.ExecuteAsync("UPDATE seatings SET total = total - $1 WHERE id = $2", first.Total.Minor, first.SeatingId);
        await House.ExecuteAsync("UPDATE seatings SET total = total + $1 WHERE id = $2", first.Total.Minor, other.SeatingId);
        await House.ExecuteAsync(
            "UPDATE orders SET seating_id = $1, table_id = (SELECT table_id FROM seatings WHERE id = $1), version = version + 1 WHERE id = $2",
            other.SeatingId,
            first.Id
        );

        await House.ExecuteAsync(
            """
            INSERT INTO order_events (id, order_id, order_version, event_type, seating_id, from_seating_id, stations, actor, device, detail, created_at)
            SELECT order_id, order_id, order_version + 1, 'order_moved', $1, seating_id, stations, actor, device, '{"lines":[]}', created_at
            FROM order_events WHERE order_id = $2 AND order_version = $3
            """,
            other.SeatingId,
            first.Id,
            first.Version
        );

        Recount.ShouldAgree(House);
    }
}

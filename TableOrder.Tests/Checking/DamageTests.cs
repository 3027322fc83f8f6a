using TableOrder.Tests.Support;

namespace TableOrder.Tests.Checking;

/// <summary>Whatever is changed behind the app's back, the check names it.</summary>
public sealed class DamageTests : DamagedHouse
{
    /// <summary>What is done to orders and what belongs to them, and a line that tells of it.</summary>
    public static TheoryData<string, string> Damages =>
        new()
        {
            { "UPDATE orders SET status = 'served' WHERE number = 1", "order * (#1 of 2026-03-02): status is Served, its lines say Preparing" },
            { "UPDATE orders SET total = total + 1 WHERE number = 2", "*(#2 of 2026-03-02): total is 22001, counted 22000" },
            { "UPDATE orders SET total = total + 1 WHERE number = 2", "seating *: total is 49500, counted 49501" },
            { "UPDATE order_lines SET quantity = 0", "*(#1 *: line * is Ready with a quantity of 0, 0 cancelled" },
            { "UPDATE order_lines SET status = 'cancelled'", "*(#1 *: line * is Cancelled with a quantity of 1, 0 cancelled" },
            { "UPDATE order_lines SET status = 'eaten'", "*(#1 *: cannot be read: *eaten*" },
            { "UPDATE order_lines SET name = 'not json'", "*(#2 *: cannot be read: *" },
            { "UPDATE order_lines SET name = 'null'", "*(#2 *: cannot be read: null stands where a value must" },
            { "UPDATE order_lines SET modifiers = 'null'", "*(#2 *: cannot be read: null stands where a value must" },
            { "UPDATE order_lines SET modifiers = '[null]'", "*(#2 *: cannot be read: null stands where a value must" },
            { "UPDATE order_lines SET allergens = 'null'", "*(#2 *: cannot be read: null stands where a value must" },
            { "UPDATE orders SET allergies = 'null'", "*(#2 *: cannot be read: null stands where a value must" },
            { $"UPDATE order_lines SET position = 7 WHERE order_id = {First} AND position = 2", "*(#1 *: its 3 lines stand at 0 to 7" },
            { $"UPDATE order_lines SET position = -1 WHERE order_id = {First} AND position = 0", "*(#1 *: its 3 lines stand at -1 to 2" },
            { $"DELETE FROM order_lines WHERE order_id = {First}", "*(#1 *: has no lines" },
            { "UPDATE tickets SET shown = 1 - shown WHERE station = 'bar'", "*(#1 *: the ticket of bar is not shown, its lines say otherwise" },
            { "DELETE FROM tickets WHERE station = 'bar'", "*(#1 *: lines of bar without a ticket" },
            { $"INSERT INTO tickets (order_id, station, shown) VALUES ({First}, 'oven', 0)", "*(#1 *: a ticket of oven without a line" },
            { "UPDATE tickets SET fired_at = NULL WHERE station = 'grill'", "*(#1 *: the ticket of grill is not fired, its lines say otherwise" },
            { "UPDATE order_lines SET status = 'held' WHERE station = 'bar'", "*(#1 *: the ticket of bar is fired, its lines say otherwise" },
            { "UPDATE seatings SET last_round = 3", "seating *: last round is 3, counted 2" },
            { "UPDATE orders SET round = 1", "seating *: last round is 2, counted 1" },
            { "UPDATE orders SET round = 2", "seating *: 2 orders were placed, in 1 rounds from 2 to 2" },
            { "UPDATE orders SET round = 0 WHERE number = 1", "seating *: 2 orders were placed, in 2 rounds from 0 to 2" },
            { "UPDATE seatings SET total = 5", "seating *: total is 5, counted 49500" },
            { "UPDATE business_days SET last_number = 1", "business day 2026-03-02: the last number is 1, an order has 2" },
            { "DELETE FROM business_days", "business day 2026-03-02: the last number is 0, an order has 2" },
        };

    /// <summary>What is done to kept figures, and a line that tells of it.</summary>
    public static TheoryData<string, string> WrongFigures =>
        new()
        {
            { "UPDATE statistics_days SET placed = 9", "statistics_days 2026-03-02: placed is 9, counted 1" },
            { "UPDATE statistics_days SET sales = sales + 1", "statistics_days 2026-03-02: sales is 49501, counted 49500" },
            { "UPDATE statistics_days SET payments = 1", "statistics_days 2026-03-02: payments is 1, counted 0" },
            { "DELETE FROM statistics_days", "statistics_days 2026-03-02: preparing is 0, counted 1" },
            { "INSERT INTO statistics_days VALUES ('2026-03-09', 0, 0, 0, 0, 0, 7, 0, 0)", "statistics_days 2026-03-09: sales is 7, counted 0" },
            { "UPDATE statistics_half_hours SET orders = 3", "statistics_half_hours 2026-03-02 1772420400000: orders is 3, counted 2" },
            {
                "UPDATE statistics_half_hours SET half_hour = half_hour + 1800000",
                "statistics_half_hours 2026-03-02 1772422200000: orders is 2, counted 0"
            },
            { "DELETE FROM statistics_half_hour_items", "statistics_half_hour_items 2026-03-02 1772420400000 *: quantity is 0, counted *" },
            { "UPDATE statistics_day_items SET quantity = quantity + 1", "statistics_day_items 2026-03-02 *: quantity is *, counted *" },
            { "UPDATE statistics_prep_seconds SET seconds = 61", "statistics_prep_seconds 2026-03-02 grill 61: tickets is 1, counted 0" },
            { "UPDATE statistics_call_seconds SET calls = calls + 1", "statistics_call_seconds 2026-03-02 42: calls is 2, counted 1" },
            { "DELETE FROM statistics_call_seconds", "statistics_call_seconds 2026-03-02 42: calls is 0, counted 1" },
            { "INSERT INTO statistics_call_seconds VALUES ('2026-03-09', 7, 1)", "statistics_call_seconds 2026-03-09 7: calls is 1, counted 0" },
            { "UPDATE statistics_calls SET seconds = 43", "statistics_calls 2026-03-02 water: seconds is 43, counted 42" },
            { "UPDATE statistics_prep_minutes SET tickets = 2", "statistics_prep_minutes 2026-03-02 grill 1: tickets is 2, counted 1" },
        };

    [Theory]
    [MemberData(nameof(Damages))]
    [MemberData(nameof(WrongFigures))]
    public Task What_was_changed_is_named(string sql, string line) => ShouldNameAsync(sql, line);

    [Fact]
    public async Task Of_many_disagreements_the_first_hundred_are_told()
    {
        await House.ExecuteAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
            INSERT INTO statistics_prep_seconds (business_day, station, seconds, tickets) SELECT '2026-03-05', 'grill', i, 1 FROM n
            """
        );

        var report = Recount.Check(House);

        (report.Count, report.Disagreements.Count).Should().Be((250, 100));
    }

    [Fact]
    public async Task A_row_of_zeros_and_none_are_the_same()
    {
        await House.ExecuteAsync("INSERT INTO statistics_prep_minutes VALUES ('2026-03-05', 'grill', 1, 0)");
        await House.ExecuteAsync("INSERT INTO statistics_half_hours VALUES ('2026-03-02', 0, 0, 0)");

        Recount.ShouldAgree(House);
    }
}

using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using static TableOrder.Core.Ordering.LineStatus;

namespace TableOrder.Tests.Checking;

/// <summary>What the kitchen has fired, received, put first and made again is told in two places, too.</summary>
public sealed class KitchenDamageTests : DamagedHouse
{
    private const string Third = "(SELECT id FROM orders WHERE number = 3)";
    private const string Fourth = "(SELECT id FROM orders WHERE number = 4)";

    /// <summary>Three courses, of which the third is held; received by both stations, put first; and a dish that is made again.</summary>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var courses = await House.OrderCoursesAsync(await House.SeatAsync(5), Dishes.Pancake, Dishes.Sorbet, Dishes.Rice);
        await House.Orders.PrioritizeAsync(House.Kitchen, new PrioritizeOrder(courses.Id, First: true));
        await House.Orders.ReceiveAsync(House.Kitchen, [new HeldTicket(courses.Id, "grill")]);
        House.Clock.Now = House.Clock.Now.AddSeconds(60);
        await House.Orders.StepAsync(House.Floor, new StepOrder(courses.Id, Placed) { LineId = courses.Lines[1].Id });
        await House.Orders.ReceiveAsync(House.Kitchen, [new HeldTicket(courses.Id, "bar")]);
        var first = Recount.ShouldAgree(House).Single(order => order.Number == 1);
        await House.Orders.RemakeAsync(House.Kitchen, new RemakeLine(Guid.NewGuid(), first.Id, first.Lines[0].Id, 1, "burnt"));
    }

    public static TheoryData<string, string> Damages =>
        new()
        {
            { $"UPDATE order_lines SET ready_at = NULL WHERE order_id = {First}", "*(#1 *: line * of grill is Ready, never made" },
            { "UPDATE order_lines SET ready_at = 5 WHERE station = 'bar'", "*(#1 *: line * of bar is Placed, already made" },
            { "UPDATE order_lines SET ready_at = 5 WHERE station IS NULL", "*(#1 *: line * of no station is Ready, already made" },
            { "UPDATE order_lines SET fired_at = NULL", "*(#3 *: line * of course 1 is Placed, never fired" },
            { "UPDATE order_lines SET fired_at = 5 WHERE course = 2", "*(#3 *: line * of course 2 is Held, already fired" },
            { "UPDATE order_lines SET fired_at = 5 WHERE course = 0", "*(#1 *: line * of course 0 is Ready, already fired" },
            { "UPDATE tickets SET fired_at = fired_at + 1", "*(#1 *: the ticket of grill was fired at 2026-03-02 03:00:00Z, none of its lines was" },
            { "UPDATE tickets SET fired_at = 5 WHERE station = 'stew'", "*(#3 *: the ticket of stew is fired, its lines say otherwise" },
            { "UPDATE tickets SET received_at = 5 WHERE station = 'stew'", "*(#3 *: the ticket of stew is received, but not fired" },
            { "UPDATE tickets SET received_at = NULL WHERE station = 'bar'", "*(#3 *: received by grill, its events say *" },
            { "UPDATE tickets SET received_at = 5 WHERE station = 'bar'", "*(#1 *: received by bar, its events say " },
            { "UPDATE orders SET prioritized_at = NULL", "*(#3 *: priority is False, its events say True" },
            { "UPDATE orders SET prioritized_at = 5", "*(#2 *: priority is True, its events say False" },
            {
                "UPDATE statistics_station_speed SET seconds = 61",
                "statistics_station_speed 2026-03-02 1772420400000 grill: seconds is 61, counted 60"
            },
            { "UPDATE statistics_station_speed SET tickets = 2", "statistics_station_speed 2026-03-02 * grill: tickets is 2, counted 1" },
            { "DELETE FROM statistics_dish_speed", "statistics_dish_speed 2026-03-02 *: seconds is 0, counted 60" },
            { "UPDATE statistics_dish_speed SET business_day = '2026-03-09'", "statistics_dish_speed 2026-03-09 *: lines is 1, counted 0" },
        };

    public static TheoryData<string, string> OtherStories =>
        new()
        {
            {
                """UPDATE order_events SET detail = replace(detail, '"priority":true', '"priority":false')""",
                "*(#3 *: the event of version 2 sets priority to False, which it was"
            },
            {
                """UPDATE order_events SET detail = '{"lines":[]}' WHERE event_type = 'order_received'""",
                "*(#3 *: the event of version 3 is order_received, received by 0 stations"
            },
            {
                "UPDATE order_events SET event_type = 'order_lines_updated' WHERE event_type = 'order_received'",
                "*(#3 *: the event of version 3 is order_lines_updated, received by 1 stations"
            },
            {
                """UPDATE order_events SET detail = replace(detail, '"bar"', '"grill"')""",
                "*(#3 *: the event of version 5 is received by grill, which held it before"
            },
            { $"UPDATE order_lines SET unit_price = 5 WHERE order_id = {Fourth}", "*(#4 *: makes a line again, in 1 lines at 5" },
            {
                $"UPDATE orders SET remake = (SELECT remake FROM orders WHERE number = 4) WHERE id = {Third}",
                "*(#3 *: makes a line again, in 3 lines at *"
            },
            { "UPDATE orders SET remake = json_set(remake, '$.number', 2)", "*(#4 *: makes another dish again than line * of #1, or says #2" },
            {
                $"UPDATE order_lines SET menu_item_id = id WHERE order_id = {Fourth}",
                "*(#4 *: makes another dish again than line * of #1, or says #1"
            },
            {
                "UPDATE orders SET remake = json_set(remake, '$.lineId', '01950000-0000-7000-8000-000000000000')",
                "*(#4 *: makes line 01950000-* of order * again, which guests did not order there"
            },
            {
                "UPDATE orders SET remake = json_set(remake, '$.orderId', '01950000-0000-7000-8000-000000000000')",
                "*(#4 *: makes line * of order 01950000-* again, which guests did not order there"
            },
            { "UPDATE orders SET remake = '{}' WHERE remake IS NOT NULL", "*(#4 *: makes line 00000000-* of order 00000000-* again, which *" },
            { "UPDATE orders SET remake = 'null' WHERE remake IS NOT NULL", "*(#4 *: cannot be read: null stands where a value must" },
        };

    [Theory]
    [MemberData(nameof(Damages))]
    [MemberData(nameof(OtherStories))]
    public Task What_was_changed_is_named(string sql, string line) => ShouldNameAsync(sql, line);

    [Fact]
    public async Task A_remake_whose_first_order_cannot_be_read_is_told_with_it()
    {
        await ShouldNameAsync($"UPDATE order_lines SET name = 'not json' WHERE order_id = {First}", "*(#1 *: cannot be read: *");

        Recount.Check(House).Disagreements.Should().ContainMatch("*(#4 *: makes line *");
    }
}

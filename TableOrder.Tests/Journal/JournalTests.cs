using System.Globalization;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Journal;
using TableOrder.Core.Ordering;
using TableOrder.Core.Service;
using TableOrder.Core.Stations;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Journal;

/// <summary>What somebody did: noted in the transaction that does it, and read as one list with what they did to orders.</summary>
public sealed class JournalTests : HouseTests
{
    private const string Money3000 = "3000";

    private JournalReader Reader => House.Get<JournalReader>();

    [Fact]
    public async Task What_somebody_did_is_one_list_of_the_journal_and_of_orders_newest_first()
    {
        var guest = await House.SeatAsync(7);
        var table = (await House.TableAsync(7)).Id;
        await TickAsync(() => House.Seatings.OpenAsync(House.Floor, table));
        var order = await House.OrderAsync(guest, Dishes.Pancake);
        await TickAsync(() => House.Orders.StepAsync(House.Kitchen, new StepOrder(order.Id, LineStatus.Ready)));
        await TickAsync(() => House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, LineStatus.Served)));
        var call = (await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Water))).Value.Call;
        await TickAsync(() => House.CallDesk.ConfirmAsync(House.Floor, call.Id));

        var did = await DidAsync(House.Floor);

        did.Select(entry => entry.Act).Should().Equal(Acts.CallConfirmed, "order_status_updated", Acts.TableOpened);
        did[1]
            .Should()
            .BeEquivalentTo(
                new
                {
                    OrderId = order.Id,
                    OrderNumber = order.Number,
                    Subject = "7",
                    House.Floor.Device,
                }
            );
        did[0].Subject.Should().Be("7");
        did[0].Detail["kind"].GetString().Should().Be("water");
        (await DidAsync(House.Kitchen)).Select(entry => entry.Act).Should().Equal("order_status_updated", Acts.SignedIn);
        (await DidAsync(null))
            .Select(entry => entry.StaffName)
            .Distinct(StringComparer.Ordinal)
            .Should()
            .BeEquivalentTo(["", "kitchen", "manager"], "the waiter of this house has no account");
    }

    [Fact]
    public async Task Every_step_of_the_service_that_no_order_tells_of_is_noted_once()
    {
        var (guest, other) = (await House.SeatAsync(3), await House.SeatAsync(4));
        await House.StepAsync(await House.OrderAsync(guest, Dishes.Pancake), LineStatus.Ready);
        await House.StepAsync(await House.OrderAsync(other, Dishes.Pancake), LineStatus.Ready);
        var seating = guest.SeatingId!.Value;
        var manager = House.Manager;
        await House.Moving.MoveAsync(manager, seating, (await House.TableAsync(5)).Id);
        await House.Moving.MergeAsync(manager, other.SeatingId!.Value, seating);
        await House.Moving.MergeAsync(manager, other.SeatingId!.Value, seating);
        var take = new TakePayment(Guid.NewGuid(), seating, new Money(3000), Payment.Cash);
        var paid = (await House.Payments.TakeAsync(manager, take)).Value.Payment;
        await House.Payments.TakeAsync(manager, take);
        await House.Payments.VoidAsync(manager, new VoidPayment(Guid.NewGuid(), paid.Id, "typo"));
        var card = (await House.Payments.TakeAsync(manager, take with { RequestId = Guid.NewGuid(), Method = Payment.Terminal })).Value.Payment;
        await House.Payments.RefundAsync(manager, new RefundPayment(Guid.NewGuid(), card.Id, new Money(1000), "cold"));
        await House.Payments.DiscountAsync(manager, new GiveDiscount(seating, "late") { Percent = 10 });
        await House.Seatings.SetAllergiesAsync(manager, ["egg"], seating);
        (await House.Closing.CloseAsync(manager, new CloseSeating(seating) { Force = true, WriteOffReason = "left" })).Refusal.Should().BeNull();
        await House.Closing.CloseAsync(manager, new CloseSeating(seating));
        await House.Closing.ReopenAsync(manager, seating);
        await House.Get<StationDesk>().AgeAsync(manager, new AgeStation("grill", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)));
        await House.Get<KitchenScreenDesk>().SetAsync(manager, new KitchenScreen(KitchenScreen.All));
        await House.AccessDesk.SignOutAsync(manager);
        await House.AccessDesk.SignOutAsync(manager);

        var noted = (await DidAsync(manager, House.Manager)).Where(entry => entry.OrderId is null).Reverse().ToList();

        noted
            .Select(entry => entry.Act)
            .Should()
            .Equal(
                Acts.SignedIn,
                Acts.TableMoved,
                Acts.TablesMerged,
                Acts.PaymentTaken,
                Acts.PaymentVoided,
                Acts.PaymentTaken,
                Acts.PaymentRefunded,
                Acts.DiscountGiven,
                Acts.AllergiesSet,
                Acts.WrittenOff,
                Acts.TableClosed,
                Acts.TableReopened,
                Acts.StationAgesChanged,
                Acts.KitchenScreenChanged,
                Acts.SignedOut
            );
        (noted[1].Subject, noted[1].Detail["to"].GetString()).Should().Be(("3", "5"));
        (noted[2].Subject, noted[2].Detail["into"].GetString()).Should().Be(("4", "5"));
        (noted[3].Subject, noted[3].Detail["amount"].GetRawText()).Should().Be(("5", Money3000));
        Acts.All.Should().OnlyHaveUniqueItems().And.Contain(noted.Select(entry => entry.Act));
    }

    [Fact]
    public async Task Guests_and_simulated_staff_leave_nothing_in_the_journal()
    {
        var before = House.Ask("SELECT count(*) FROM journal");
        var simulated = new Actor(Role.Floor, Guid.Empty, "simulator", "simulator");
        var guest = await House.SeatAsync(7);
        await House.Seatings.SetAllergiesAsync(guest, ["egg"]);
        await House.Seatings.OpenAsync(simulated, (await House.TableAsync(8)).Id);

        House.Ask("SELECT count(*) FROM journal").Should().Be(before);
    }

    [Fact]
    public async Task What_is_refused_is_not_noted()
    {
        var before = House.Ask("SELECT count(*) FROM journal");

        (await House.Closing.ReopenAsync(House.Floor, Guid.NewGuid())).Refusal.Should().NotBeNull();
        (await House.Get<StaffDesk>().AddAsync(House.Manager, new AddStaff("kitchen", Role.Floor, "7351"))).Refusal.Should().NotBeNull();

        House.Ask("SELECT count(*) FROM journal").Should().Be(before);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public async Task Pages_put_together_are_the_whole_without_gap_or_double(int size)
    {
        await FillAsync(120);

        foreach (var staff in new Guid?[] { House.Floor.Id, null })
        {
            var whole = (await Reader.PageAsync(House.Manager, staff, limit: JournalReader.MostItems)).Value;
            var paged = new List<JournalEntry>();
            JournalCursor? next = null;
            do
            {
                var page = (await Reader.PageAsync(House.Manager, staff, next, size)).Value;
                page.Items.Count.Should().BeLessThanOrEqualTo(size);
                paged.AddRange(page.Items);
                next = page.Next;
            } while (next is not null);

            whole.Next.Should().BeNull();
            paged.Select(Key).Should().Equal(whole.Items.Select(Key));
            paged.Should().BeInDescendingOrder(entry => entry.At);
        }
    }

    [Fact]
    public async Task Everybody_s_pages_go_on_through_a_part_of_the_log_where_no_staff_did_anything()
    {
        await House.Seatings.OpenAsync(House.Floor, (await House.TableAsync(2)).Id);
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        await House.StepAsync(order, LineStatus.Ready);
        await House.ExecuteAsync(
            """
            INSERT INTO order_events (id, order_id, order_version, event_type, seating_id, stations, actor, device, detail, created_at)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            SELECT randomblob(16), $1, 1000 + i, 'order_lines_updated', $2, ',grill,', 'guest:x', 'phone', '{}', (SELECT max(created_at) FROM order_events) + i FROM n
            """,
            order.Id,
            order.SeatingId
        );

        var (acts, pages) = (new List<string>(), 0);
        for (JournalCursor? next = null; pages == 0 || next is not null; pages++)
        {
            var page = (await Reader.PageAsync(House.Manager, null, next)).Value;
            acts.AddRange(page.Items.Select(entry => entry.Act));
            next = page.Next;
        }

        pages.Should().Be(3, "each looks at 2,000 rows of the log at most");
        acts.Should().BeEquivalentTo(["order_status_updated", Acts.TableOpened, Acts.SignedIn, Acts.SignedIn]);
    }

    [Fact]
    public async Task Only_the_manager_reads_it()
    {
        foreach (var actor in new[] { House.Kitchen, House.Floor, await House.SeatAsync(1) })
        {
            (await Reader.PageAsync(actor)).Refusal!.Code.Should().Be(Refusal.Forbidden);
        }
    }

    private static string Key(JournalEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.OrderId is null}{entry.Sequence}");

    /// <summary>A waiter opens tables and serves, in turn, and the clock goes on.</summary>
    private async Task FillAsync(int steps)
    {
        var order = await House.OrderAsync(await House.SeatAsync(7), Dishes.Pancake);
        for (var i = 0; i < steps; i++)
        {
            House.Clock.Now += TimeSpan.FromSeconds(i % 3);
            if (i % 2 == 0)
            {
                await House.Orders.PrioritizeAsync(House.Manager, new PrioritizeOrder(order.Id, First: i % 4 == 0));
                await House.Seatings.SetAllergiesAsync(House.Floor, i % 4 == 0 ? ["egg"] : [], order.SeatingId);
            }
            else
            {
                var version = (await House.OrderReader.GetAsync(House.Floor, order.Id)).Value.Version;
                var to = i % 4 == 1 ? LineStatus.Ready : LineStatus.Preparing;
                await House.Orders.StepAsync(House.Floor, new StepOrder(order.Id, to) { Version = version });
            }
        }
    }

    private async Task TickAsync<T>(Func<Task<Outcome<T>>> act)
    {
        House.Clock.Now += TimeSpan.FromSeconds(1);
        (await act()).Refusal.Should().BeNull();
    }

    private async Task<IReadOnlyList<JournalEntry>> DidAsync(Actor? who, Actor? reader = null) =>
        (await Reader.PageAsync(reader ?? House.Manager, who?.Id, limit: JournalReader.MostItems)).Value.Items;
}

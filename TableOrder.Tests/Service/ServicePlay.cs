using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Carts;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Service;

/// <summary>A few tables, the guests who ever came, what they sent, and a ledger of the money that answers said had moved.</summary>
internal sealed partial class ServicePlay(int serviceRate) : IAsyncDisposable
{
    private const int Tables = 5;

    /// <summary>Before one of so many moves a night passes: a service is several days.</summary>
    private const int OneOfSo = 16;
    private static readonly TimeSpan Night = TimeSpan.FromHours(9);
    private static readonly string[] DishNames = [Dishes.Pancake, Dishes.Rice, Dishes.Cola];
    private readonly TestHouse house = new();

    /// <summary>As they came: the seating in their hands may be another one's part by now.</summary>
    private readonly List<Actor> guests = [];
    private readonly List<(Actor By, PlaceOrder Sent, Guid Order)> sent = [];
    private readonly ServiceLedger ledger = new();

    private IReadOnlyList<TableView> tables = [];

    public ValueTask DisposeAsync() => house.DisposeAsync();

    public async Task PlayAsync(ServiceMove[] moves)
    {
        await house.InitializeAsync();
        await house.ExecuteAsync("UPDATE settings SET service_rate = $1", serviceRate);
        foreach (var move in moves)
        {
            house.Clock.Now += TimeSpan.FromMinutes(move.Many % 90) + (move.Other % OneOfSo == 0 ? Night : TimeSpan.Zero);
            await LookAsync();
            await (
                move.Kind switch
                {
                    < 10 => SitAsync(move),
                    < 30 => OrderAsync(move),
                    < 34 => AgainAsync(move),
                    < 40 => VoidLineAsync(move),
                    < 46 => CookAsync(move),
                    < 49 => DiscountAsync(move),
                    < 51 => TakeBackAsync(move),
                    < 64 => PayAsync(move),
                    < 67 => BackAsync(move, isVoid: true),
                    < 71 => BackAsync(move, isVoid: false),
                    < 77 => MoveAsync(move),
                    < 83 => MergeAsync(move),
                    < 89 => CloseAsync(move),
                    < 91 => ReopenAsync(move),
                    < 94 => CallAsync(move),
                    < 96 => ConfirmAsync(move),
                    < 97 => ChooseAsync(move),
                    < 98 => CountAsync(move),
                    _ => AllAtOnceAsync(move),
                }
            );
            await AgreeAsync();
        }

        await ReportsStayAsync();
        await LookAsync();
        await ManagerSeesAsync(Recount.ShouldAgree(house));
    }

    private async Task LookAsync() => tables = [.. (await house.Tables.TablesAsync(house.Manager)).Value.Take(Tables)];

    private TableView Table(int which) => tables[which % Tables];

    private SeatingView? Party(ServiceMove move) => Table(move.Table).Seating;

    private Task<Outcome<Bill>> BillAsync(Guid seating) => house.Bills.GetAsync(house.Manager, seating);

    /// <summary>In one commit, perhaps: an order, a payment of all, a merge and a closing at the same table. Each wins or loses whole.</summary>
    private async Task AllAtOnceAsync(ServiceMove move)
    {
        if (Party(move) is not { } party)
        {
            return;
        }

        var owed = (await BillAsync(party.Id)).Value.Owed;
        var pays = Enumerable
            .Range(0, 2)
            .Select(_ => house.Payments.TakeAsync(house.Floor, new TakePayment(Guid.NewGuid(), party.Id, owed, Payment.Terminal)));
        var guest = guests.Find(one => one.SeatingId == party.Id);
        var orders = guest is null ? [] : new[] { house.Orders.PlaceAsync(guest, TestHouse.Cart(house.Line(Dishes.Cola))) };
        var merges =
            Table(move.Other).Seating is { } into && into.Id != party.Id
                ? new[] { (Into: into.Id, Done: house.Moving.MergeAsync(house.Floor, party.Id, into.Id)) }
                : [];
        var close = house.Closing.CloseAsync(house.Floor, new CloseSeating(party.Id));
        foreach (var pay in await Task.WhenAll(pays))
        {
            if (pay.Refusal is null)
            {
                ledger.Paid(party.Id, owed);
            }
        }

        foreach (var (to, done) in merges)
        {
            if ((await done).Refusal is null)
            {
                ledger.Merged(party.Id, to);
            }
        }

        await Task.WhenAll(orders);
        (await close).Refusal?.Code.Should().BeOneOf(SeatingRefusal.OpenOrders, BillRefusal.Unpaid);
    }

    /// <summary>Every bill there ever was is what its orders and the ledger say, its parts are the whole, and the kitchen has each order once.</summary>
    private async Task AgreeAsync()
    {
        foreach (var seating in ledger.Parties.Concat(guests.Select(guest => guest.SeatingId!.Value)).Distinct().ToList())
        {
            var bill = (await BillAsync(seating)).Value;
            var (paid, refunded) = ledger.Of(bill.SeatingId);
            var orders = house.Read(session => OrderSql.FetchOf(session, bill.SeatingId));
            var sums = bill.Sums;
            sums.Subtotal.Should().Be(orders.Aggregate(Money.Zero, (sum, order) => sum + order.Total));
            (sums.Paid, sums.Refunded).Should().Be((paid, refunded));
            sums.Due.Should().Be(sums.Total - sums.Paid + sums.Refunded);
            new[]
            {
                sums.Subtotal,
                sums.Discounted,
                sums.Net,
                sums.Service,
                sums.Adjusted,
                sums.Total,
                sums.Paid,
                sums.Refunded,
                bill.Lapsed,
                bill.Owed,
            }
                .Should()
                .OnlyContain(part => part >= Money.Zero, "no part is negative");
            sums.Total.Should().Be(sums.Subtotal - bill.Off + sums.Service);
            bill.Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Payable).Should().Be(sums.Total, "the parts are the whole");
            bill.Taxes.Aggregate(Money.Zero, (sum, rate) => sum + rate.Net + rate.Tax).Should().Be(sums.Total);
            Split.Evenly(bill.Owed, 3).Aggregate(Money.Zero, (sum, part) => sum + part).Should().Be(bill.Owed);
            Split.OfItems(bill, [.. bill.Lines.Select(line => new PickedPart(line.Id, line.UnitsLeft))]).Should().Be(bill.Owed);
        }

        var kitchen = (await house.OrderReader.KitchenAsync(house.Kitchen, station: null)).Value.Items;
        kitchen.Select(order => order.Id).Should().OnlyHaveUniqueItems("no order is cooked twice");
        foreach (var party in (await house.Tables.TablesAsync(house.Manager)).Value.Where(table => table.Seating is not null))
        {
            kitchen.Where(order => order.SeatingId == party.Seating!.Id).Should().NotContain(order => order.TableName != party.Name);
        }
    }

    private async Task<Order?> OrderOfAsync(ServiceMove move)
    {
        if (sent.Count == 0)
        {
            return null;
        }

        return (await house.OrderReader.GetAsync(house.Manager, sent[move.Table % sent.Count].Order)).Value;
    }
}

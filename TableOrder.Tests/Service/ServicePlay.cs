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
internal sealed class ServicePlay(int serviceRate) : IAsyncDisposable
{
    private const int Tables = 5;
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
            house.Clock.Now += TimeSpan.FromMinutes(move.Many % 90);
            await LookAsync();
            await (
                move.Kind switch
                {
                    < 10 => SitAsync(move),
                    < 30 => OrderAsync(move),
                    < 34 => AgainAsync(move),
                    < 40 => VoidLineAsync(move),
                    < 46 => CookAsync(move),
                    < 50 => DiscountAsync(move),
                    < 64 => PayAsync(move),
                    < 67 => BackAsync(move, isVoid: true),
                    < 71 => BackAsync(move, isVoid: false),
                    < 77 => MoveAsync(move),
                    < 83 => MergeAsync(move),
                    < 89 => CloseAsync(move),
                    < 91 => ReopenAsync(move),
                    < 94 => CallAsync(move),
                    < 96 => ConfirmAsync(move),
                    < 98 => ChooseAsync(move),
                    _ => AllAtOnceAsync(move),
                }
            );
            await AgreeAsync();
        }

        Recount.ShouldAgree(house);
    }

    private async Task LookAsync() => tables = [.. (await house.Tables.TablesAsync(house.Manager)).Value.Take(Tables)];

    private TableView Table(int which) => tables[which % Tables];

    private SeatingView? Party(ServiceMove move) => Table(move.Table).Seating;

    private Task<Outcome<Bill>> BillAsync(Guid seating) => house.Bills.GetAsync(house.Manager, seating);

    private async Task SitAsync(ServiceMove move)
    {
        if ((await house.JoinAsync(Table(move.Table).Token, $"{guests.Count}")).Succeeded(out var guest, out _))
        {
            guests.Add(guest);
        }
    }

    private async Task OrderAsync(ServiceMove move)
    {
        if (guests.Count == 0)
        {
            await SitAsync(move);
        }

        var guest = guests[move.Table % guests.Count];
        var lines = Enumerable
            .Range(0, (move.What % 3) + 1)
            .Select(i => house.Line(DishNames[(move.Other + i) % DishNames.Length], (move.Many % 4) + 1));
        var place = TestHouse.Cart([.. lines]);
        var placed = await house.Orders.PlaceAsync(guest, place);
        var isThere = (await house.AccessReader.CurrentAsync(guest)).Refusal is null;
        (placed.Refusal is null).Should().Be(isThere, "whoever is there may order, and nobody else");
        if (isThere)
        {
            sent.Add((guest, place, placed.Value.Order.Id));
        }
    }

    /// <summary>The answer was lost, and it is sent once more: by whoever sent it, wherever they sit now and whatever has happened since.</summary>
    private async Task AgainAsync(ServiceMove move)
    {
        if (sent.Count > 0)
        {
            var (by, place, order) = sent[move.What % sent.Count];
            var actor = (await house.AccessReader.CurrentAsync(by)).Succeeded(out var now, out _) && move.Many % 2 == 0 ? now : by;
            var again = await house.Orders.PlaceAsync(actor, place);
            again.Refusal.Should().BeNull();
            again.Value.Should().BeEquivalentTo(new { Created = false, Order = new { Id = order } });
        }
    }

    private async Task VoidLineAsync(ServiceMove move)
    {
        if (await OrderOfAsync(move) is { } order)
        {
            var line = order.Lines[move.What % order.Lines.Count];
            var quantity = line.Quantity == 0 ? 0 : (move.Many % line.Quantity) + 1;
            CancelLine[] lines = quantity == 0 ? [] : [new CancelLine(line.Id, quantity)];
            await house.Orders.CancelAsync(house.Manager, new CancelOrder(order.Id, "for a test") { Lines = lines });
        }
    }

    private async Task CookAsync(ServiceMove move)
    {
        if (await OrderOfAsync(move) is { } order)
        {
            await house.Orders.StepAsync(house.Manager, new StepOrder(order.Id, (LineStatus)((move.Many % 3) + 2)));
        }
    }

    private async Task DiscountAsync(ServiceMove move)
    {
        if (Party(move) is not { } party)
        {
            return;
        }

        var before = (await BillAsync(party.Id)).Value.Sums;
        var give = new GiveDiscount(party.Id, "for a test");
        give = (move.What % 3) switch
        {
            0 => give with { Percent = (move.Many % 100) + 1 },
            1 => give with { Amount = new Money((move.Many * 37) + 1) },
            _ => give with { Amount = before.Due > Money.Zero ? Money.Min(before.Due, before.Net) : new Money(1) }, // the rest is on the house
        };
        var given = await house.Payments.DiscountAsync(house.Manager, give);
        if (given.Refusal is { } refusal)
        {
            refusal.Code.Should().Be(BillRefusal.OverDiscounted);
            return;
        }

        var after = (await BillAsync(party.Id)).Value.Sums;
        (before.Net - after.Net).Should().Be(given.Value.Amount);
        (before.Due - after.Due).Minor.Should().BeGreaterThanOrEqualTo(given.Value.Amount.Minor);
    }

    /// <summary>Somebody pays their part: evenly, by items and parts of items, by an amount, or more than is due.</summary>
    private async Task PayAsync(ServiceMove move)
    {
        if (Party(move) is not { } party)
        {
            return;
        }

        var bill = (await BillAsync(party.Id)).Value;
        var people = (move.Other % 4) + 1;
        var picked = bill.Lines.Where((_, i) => (move.What >> i) % 2 == 1).Select(line => new PickedPart(line.Id, line.UnitsLeft, people)).ToList();
        var (amount, labels) = (move.Many % 4) switch
        {
            0 => (Split.Evenly(bill.Owed, people)[0], []),
            1 => (Split.OfItems(bill, picked), Split.Labels(picked)),
            2 => (new Money((move.What * 13) + 1), []),
            _ => (bill.Owed, (IReadOnlyList<PaidLine>)[]),
        };
        var take = new TakePayment(Guid.NewGuid(), party.Id, amount, Payment.Cash) { Lines = labels };
        var taken = await house.Payments.TakeAsync(house.Floor, take);
        (taken.Refusal?.Code)
            .Should()
            .Be(
                amount <= Money.Zero ? Refusal.Invalid
                : amount > bill.Sums.Due ? BillRefusal.Overpaid
                : null
            );
        if (taken.Refusal is null)
        {
            ledger.Paid(party.Id, amount);
            var again = await house.Payments.TakeAsync(house.Floor, take);
            again.Value.Should().BeEquivalentTo(new { Created = false, Payment = new { taken.Value.Payment.Id } });
        }
    }

    private async Task BackAsync(ServiceMove move, bool isVoid)
    {
        if (Party(move) is not { } party || (await BillAsync(party.Id)).Value is not { Payments.Count: > 0 } bill)
        {
            return;
        }

        var payment = bill.Payments[move.What % bill.Payments.Count];
        var amount = isVoid ? payment.Amount : new Money((move.Many * 29) + 1);
        var back = isVoid
            ? await house.Payments.VoidAsync(house.Manager, new VoidPayment(Guid.NewGuid(), payment.Id, "for a test"))
            : await house.Payments.RefundAsync(house.Manager, new RefundPayment(Guid.NewGuid(), payment.Id, amount, "for a test"));
        if (back.Refusal is { } refusal)
        {
            refusal.Code.Should().BeOneOf(BillRefusal.OverRefunded, Refusal.NotFound);
            return;
        }

        ledger.Refunded(party.Id, amount);
        var after = (await BillAsync(party.Id)).Value.Sums;
        after
            .Due.Minor.Should()
            .Be(
                isVoid ? (bill.Sums.Due + amount).Minor
                    : bill.Sums.Due < Money.Zero ? Math.Min(0, (bill.Sums.Due + amount).Minor)
                    : bill.Sums.Due.Minor,
                "what is void is due again, and what is given back is not"
            );
    }

    private async Task MoveAsync(ServiceMove move)
    {
        if (Party(move) is { } party)
        {
            var to = Table(move.Other);
            var before = (await BillAsync(party.Id)).Value.Sums;
            var moved = await house.Moving.MoveAsync(house.Floor, party.Id, to.Id);
            (moved.Refusal?.Code).Should().Be(to.Seating is null || to.Seating.Id == party.Id ? null : SeatingRefusal.TableOccupied);
            (await BillAsync(party.Id)).Value.Sums.Should().Be(before);
        }
    }

    private async Task MergeAsync(ServiceMove move)
    {
        if (Party(move) is not { } from || Table(move.Other).Seating is not { } into)
        {
            return;
        }

        var (one, other) = ((await BillAsync(from.Id)).Value.Sums, (await BillAsync(into.Id)).Value.Sums);
        var merged = await house.Moving.MergeAsync(house.Floor, from.Id, into.Id);
        if (from.Id == into.Id)
        {
            merged.Refusal!.Code.Should().Be(Refusal.Invalid);
            return;
        }

        merged.Refusal.Should().BeNull();
        ledger.Merged(from.Id, into.Id);
        var both = (await BillAsync(from.Id)).Value;
        both.SeatingId.Should().Be(into.Id, "whoever names the one means the other now");
        both.Sums.Due.Minor.Should().BeInRange((one.Due + other.Due).Minor - 1, (one.Due + other.Due).Minor, "nobody owes more for sitting together");
        (await house.Moving.MergeAsync(house.Floor, from.Id, into.Id)).Value.Should().Be(into.Id);
        (await house.Moving.MergeAsync(house.Floor, into.Id, from.Id)).Refusal!.Code.Should().Be(Refusal.Invalid, "it would be a ring");
    }

    private async Task CloseAsync(ServiceMove move)
    {
        if (Party(move) is not { } party)
        {
            return;
        }

        var open = (await house.OrderReader.ListAsync(house.Manager, new OrderQuery { SeatingId = party.Id, Open = true })).Value.Items.Count > 0;
        var due = (await BillAsync(party.Id)).Value.Sums.Due > Money.Zero;
        var closed = await house.Closing.CloseAsync(
            move.Many % 3 == 2 ? house.Manager : house.Floor,
            new CloseSeating(party.Id) { Force = move.Many % 3 > 0, WriteOffReason = move.Many % 3 == 2 ? "for a test" : null }
        );
        if (move.Many % 3 == 0)
        {
            (closed.Refusal?.Code)
                .Should()
                .Be(
                    open ? SeatingRefusal.OpenOrders
                    : due ? BillRefusal.Unpaid
                    : null
                );
        }
        else if (move.Many % 3 == 1)
        {
            closed.Refusal?.Code.Should().Be(Refusal.Forbidden);
        }
        else
        {
            closed.Refusal.Should().BeNull();
            (await BillAsync(party.Id)).Value.Sums.Due.Minor.Should().BeLessThanOrEqualTo(0);
        }
    }

    private async Task ReopenAsync(ServiceMove move)
    {
        if (guests.Count > 0)
        {
            var reopened = await house.Closing.ReopenAsync(house.Floor, guests[move.What % guests.Count].SeatingId!.Value);
            reopened.Refusal?.Code.Should().BeOneOf(SeatingRefusal.Merged, SeatingRefusal.TableOccupied);
        }
    }

    private async Task CallAsync(ServiceMove move)
    {
        if (guests.Count > 0)
        {
            await house.CallDesk.CallAsync(guests[move.Table % guests.Count], new CallStaff((CallKind)(move.What % 5), "물"));
        }
    }

    private async Task ConfirmAsync(ServiceMove move)
    {
        var waiting = (await house.Calls.BoardAsync(house.Floor)).Value.Calls.Where(call => call.State == CallState.Waiting).ToList();
        if (waiting.Count > 0)
        {
            await house.CallDesk.ConfirmAsync(house.Floor, waiting[move.What % waiting.Count].Id);
        }
    }

    private async Task ChooseAsync(ServiceMove move)
    {
        if (guests.Count > 0)
        {
            await house
                .Get<CartDesk>()
                .AddAsync(guests[move.Table % guests.Count], new AddToCart(house.Dish(DishNames[move.What % DishNames.Length]).Id, [], 1));
        }
    }

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

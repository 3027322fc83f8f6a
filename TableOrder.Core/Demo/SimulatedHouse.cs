using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;

namespace TableOrder.Core.Demo;

/// <summary>
/// Guests who sit down and order, cooks who work and waiters who carry, by chance, through the same Desks as everybody.
/// It touches only the seatings it opened itself: whoever tries the demo keeps their own order. Used by one caller at a time.
/// </summary>
public sealed class SimulatedHouse(
    OrderDesk orders,
    OrderReader reader,
    SeatingDesk seatings,
    ClosingDesk closing,
    PaymentDesk payments,
    BillReader bills,
    SeatingReader tables,
    MenuReader menu,
    Random chance
)
{
    private const string Device = "simulator";
    private static readonly Actor Kitchen = new(Role.Kitchen, Guid.Empty, Device, Device);
    private static readonly Actor Floor = new(Role.Floor, Guid.Empty, Device, Device);
    private static readonly string[] Names = ["민지", "준호", "서연", "Alex", "하늘", "Sophie", "도윤", "은채", "Kenji", "유나"];
    private static readonly string[] Notes = ["덜 맵게 해주세요", "아이가 먹어요", "No coriander, please", "소스는 따로 주세요"];
    private readonly Dictionary<Guid, Actor> parties = [];

    /// <summary>How many parties it has at the tables now.</summary>
    public int Parties => parties.Count;

    /// <summary>Seats a party at a free table; false where none is free.</summary>
    public async Task<bool> SeatAsync()
    {
        var free = (await tables.TablesAsync(Actor.System)).Value.Where(table => table.Seating is null && !table.HasGuests).ToList();
        if (free.Count == 0)
        {
            return false;
        }

        var (table, name) = (free[chance.Next(free.Count)], Names[chance.Next(Names.Length)]);
        var joined = await JoinAsync(table, name);
        if (joined.Refusal is { Code: SeatingRefusal.TableClosed } && (await seatings.OpenAsync(Floor, table.Id)).Refusal is null)
        {
            // Where staff opens the tables, a simulated waiter does.
            joined = await JoinAsync(table, name);
        }

        if (!joined.Succeeded(out var seat, out _))
        {
            return false;
        }

        parties[seat.SeatingId] = Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, Device);
        return true;
    }

    /// <summary>One of its parties orders a round; null where there is none, or the dish was just sold out.</summary>
    public async Task<Order?> OrderAsync()
    {
        if (parties.Count == 0)
        {
            return null;
        }

        var guest = parties.Values.ElementAt(chance.Next(parties.Count));
        var view = (await menu.GetAsync(guest)).Value;
        var dishes = view.Menu.Categories.SelectMany(category => category.Items).Where(item => !view.IsOut(item)).ToList();
        var lines = Enumerable.Range(0, chance.Next(1, 5)).Select(_ => Line(dishes[chance.Next(dishes.Count)])).ToList();
        var placed = await orders.PlaceAsync(guest, new PlaceOrder(Guid.CreateVersion7(), lines));
        return placed.Refusal is null ? placed.Value.Order : null;
    }

    /// <summary>Cooks and waiters look at their work once: their screen holds all of the house's open orders, and each moves on with this chance.</summary>
    public async Task WorkAsync(double likelihood)
    {
        foreach (var guest in parties.Values.ToList())
        {
            var open = (await reader.ListAsync(guest, new OrderQuery { Open = true })).Value.Items;
            await HoldAsync(open);
            foreach (var order in open.Where(_ => chance.NextDouble() < likelihood))
            {
                var (who, to) = Next(order);
                await orders.StepAsync(who, new StepOrder(order.Id, to));
            }
        }
    }

    /// <summary>Parties whose food is all on the table leave with this chance, after their third round for sure.</summary>
    public async Task LeaveAsync(double likelihood)
    {
        foreach (var (seating, guest) in parties.ToList())
        {
            var ordered = (await reader.ListAsync(guest, new OrderQuery())).Value.Items;
            if (ordered.Count > 0 && !ordered.Any(order => order.IsOpen) && (ordered.Count > 2 || chance.NextDouble() < likelihood))
            {
                await PayAsync(seating);
                await closing.CloseAsync(Floor, new CloseSeating(seating));
                parties.Remove(seating);
            }
        }
    }

    /// <summary>A waiter takes what is due, in cash or by card.</summary>
    private async Task PayAsync(Guid seating)
    {
        var due = (await bills.GetAsync(Floor, seating)).Value.Sums.Due;
        if (due > Money.Zero)
        {
            var method = chance.Next(3) == 0 ? Payment.Cash : Payment.Terminal;
            await payments.TakeAsync(Floor, new TakePayment(Guid.CreateVersion7(), seating, due, method));
        }
    }

    private Task<Outcome<JoinedSeating>> JoinAsync(TableView table, string name) =>
        seatings.JoinAsync(Actor.Nobody with { Device = Device }, table.Token, name, atTablet: true);

    /// <summary>What a real screen does: it says which tickets it holds that it did not hold before.</summary>
    private async Task HoldAsync(IEnumerable<Order> open)
    {
        var held = open.SelectMany(order =>
                order
                    .Tickets.Where(ticket => ticket is { FiredAt: not null, ReceivedAt: null })
                    .Select(ticket => new HeldTicket(order.Id, ticket.Station))
            )
            .ToList();
        if (held.Count > 0)
        {
            await orders.ReceiveAsync(Kitchen, held);
        }
    }

    private static (Actor Who, LineStatus To) Next(Order order) =>
        order.Status switch
        {
            OrderStatus.Placed => (Kitchen, LineStatus.Preparing),
            OrderStatus.Preparing => (Kitchen, LineStatus.Ready),
            _ when order.Tickets.Any(ticket => ticket.BumpedAt is null) => (Kitchen, LineStatus.Ready),
            _ => (Floor, LineStatus.Served),
        };

    private PlaceLine Line(MenuItem item)
    {
        var chosen = item.ModifierGroups.SelectMany(group =>
        {
            var open = group.Modifiers.Where(modifier => !modifier.SoldOut).Select(modifier => modifier.Id).ToArray();
            chance.Shuffle(open);
            return open.Take(chance.Next(group.Min, Math.Min(group.Max, open.Length) + 1));
        });
        return new PlaceLine(item.Id, Math.Max(item.MinQuantity, chance.Next(1, 4)), [.. chosen])
        {
            Note = chance.Next(8) == 0 ? Notes[chance.Next(Notes.Length)] : null,
        };
    }
}

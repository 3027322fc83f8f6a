using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Carts;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Carts;

/// <summary>What one device does: which kind of thing, which device, and two numbers more.</summary>
internal sealed record CartMove(int Kind, int Device, int What, int Many);

/// <summary>The devices of one table, what each of them saw last, and the ledger.</summary>
internal sealed class CartPlay(string[] dishes) : IAsyncDisposable
{
    private readonly TestHouse house = new();
    private readonly List<(Actor Actor, SharedCart Seen)> devices = [];

    /// <summary>What was chosen, less what was taken out and what was sent, by dish and person, in the order they joined in.</summary>
    private readonly List<Entry> ledger = [];

    /// <summary>What each cart that was sent must have become, by its request id.</summary>
    private readonly Dictionary<Guid, (Guid Order, Dictionary<Guid, int> Dishes)> orders = [];

    private CartDesk Desk => house.Get<CartDesk>();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    public async Task PlayAsync(CartMove[] moves)
    {
        await house.InitializeAsync();
        for (var i = 0; i < 3; i++)
        {
            devices.Add((await house.SeatAsync(7, $"{i}"), SharedCart.Empty));
        }

        foreach (var move in moves)
        {
            await (
                move.Kind switch
                {
                    < 35 => AddAsync(move),
                    < 60 => ChangeAsync(move),
                    < 75 => LookAsync(move.Device % devices.Count),
                    < 85 => AllAtOnceAsync(move),
                    _ => SendAsync(move),
                }
            );
            await AgreeAsync();
        }
    }

    private async Task AddAsync(CartMove move)
    {
        var (actor, dish) = (devices[move.Device % devices.Count].Actor, house.Dish(dishes[move.What % dishes.Length]).Id);
        var before = InCart(dish);
        var answer = await Desk.AddAsync(actor, new AddToCart(dish, [], (move.Many % 40) + 1));

        (answer.Refusal?.Code).Should().Be(before + (move.Many % 40) + 1 > 99 ? CartRule.LineFull : null);
        if (answer.Refusal is null)
        {
            Count(dish, actor.Id, (move.Many % 40) + 1);
        }
    }

    /// <summary>A press on − or + of a line as this device saw it last; it may be gone or sent by now.</summary>
    private async Task ChangeAsync(CartMove move)
    {
        var (actor, seen) = devices[move.Device % devices.Count];
        if (seen.Lines.Count == 0)
        {
            return;
        }

        var (line, by) = (seen.Lines[move.What % seen.Lines.Count], (move.Many % 9) - 5);
        var stands = (await ReadAsync(actor)).Line(line.Id) is not null;
        var answer = await Desk.ChangeAsync(actor, new ChangeCartLine(line.Id, by));

        (answer.Refusal?.Code)
            .Should()
            .Be(
                !stands ? Refusal.NotFound
                : by + InCart(line.MenuItemId) > 99 ? CartRule.LineFull
                : null
            );
        if (answer.Succeeded(out var cart, out _))
        {
            Take(line.MenuItemId, actor.Id, by);
            devices[move.Device % devices.Count] = (actor, cart);
        }
    }

    /// <summary>Every device presses + on the same line in the same moment.</summary>
    private async Task AllAtOnceAsync(CartMove move)
    {
        var cart = await ReadAsync(devices[0].Actor);
        var free = cart.Lines.Where(line => line.Quantity <= 99 - devices.Count).ToList();
        if (free.Count == 0)
        {
            return;
        }

        var line = free[move.What % free.Count];
        var answers = await Task.WhenAll(devices.Select(device => Task.Run(() => Desk.ChangeAsync(device.Actor, new ChangeCartLine(line.Id, 1)))));

        answers.Should().OnlyContain(answer => answer.Refusal == null);

        // Each has a part of it now. Who of those that pressed in the same moment joined in first is for the writer to say.
        var people = (await ReadAsync(devices[0].Actor)).Line(line.Id)!.Shares.Select(share => share.Person).ToList();
        people.Should().BeEquivalentTo(devices.Select(device => device.Actor.Id));
        people.ForEach(person => Count(line.MenuItemId, person, 1));
    }

    /// <summary>One or two devices send what they saw last, in the same moment.</summary>
    private async Task SendAsync(CartMove move)
    {
        var senders = devices.Skip(move.Device % devices.Count).Take(1 + (move.Many % 2)).Where(device => device.Seen.Lines.Count > 0).ToList();
        var now = await ReadAsync(devices[0].Actor);
        var answers = await Task.WhenAll(
            senders.Select(sender =>
                Task.Run(() =>
                    Desk.SendAsync(
                        sender.Actor,
                        new SendCart(
                            sender.Seen.RequestId,
                            sender.Seen.Version,
                            [.. sender.Seen.Lines.Select(line => new AcceptedLine(line.Id, line.Quantity, line.SeenPrice))]
                        )
                    )
                )
            )
        );
        var sent = answers.Zip(senders.Select(sender => sender.Seen)).ToLookup(pair => pair.Second.RequestId);
        foreach (var cart in sent)
        {
            Judge(now, cart.Key, [.. cart]);
        }
    }

    private void Judge(SharedCart now, Guid request, List<(Outcome<PlacedOrder> Answer, SharedCart Seen)> sent)
    {
        var isKnown = orders.TryGetValue(request, out var known);
        var isNow = request == now.RequestId && sent.Exists(one => one.Seen.Version == now.Version);
        var placed = sent.Where(one => one.Answer.Refusal is null).Select(one => one.Answer.Value).ToList();
        placed.Count(order => order.Created).Should().Be(isNow ? 1 : 0, "a cart becomes one order, and only as it stands");
        sent.Should().NotContain(one => one.Answer.Refusal != null && one.Answer.Refusal.Code != CartRule.Changed);
        if (isKnown)
        {
            placed.Should().HaveCount(sent.Count, "what was sent is answered with its order");
            placed.Should().OnlyContain(order => order.Order.Id == known.Order);
        }
        else if (isNow)
        {
            placed.Select(order => order.Order.Id).Distinct().Should().ContainSingle();
            orders[request] = (
                placed[0].Order.Id,
                ledger.GroupBy(entry => entry.Dish).ToDictionary(dish => dish.Key, dish => dish.Sum(entry => entry.Many))
            );
            ledger.Clear();
        }
    }

    private async Task LookAsync(int device) => devices[device] = (devices[device].Actor, await ReadAsync(devices[device].Actor));

    private async Task AgreeAsync()
    {
        var cart = await ReadAsync(devices[0].Actor);
        cart.Lines.SelectMany(line => line.Shares.Select(share => ((line.MenuItemId, share.Person), share.Quantity)))
            .Should()
            .BeEquivalentTo(ledger.Select(entry => ((entry.Dish, entry.Person), entry.Many)));
        house.Ask("SELECT count(*) FROM orders").Should().Be(orders.Count);
        foreach (var (order, sold) in orders.Values)
        {
            var lines = (await house.OrderReader.GetAsync(house.Manager, order)).Value.Lines;
            lines.ToDictionary(line => line.MenuItemId, line => line.Quantity).Should().BeEquivalentTo(sold);
        }
    }

    private async Task<SharedCart> ReadAsync(Actor actor) => (await house.Get<CartReader>().GetAsync(actor)).Value;

    private int InCart(Guid dish) => ledger.Where(entry => entry.Dish == dish).Sum(entry => entry.Many);

    private void Count(Guid dish, Guid person, int by)
    {
        if (ledger.Find(entry => entry.Dish == dish && entry.Person == person) is { } own)
        {
            own.Many += by;
        }
        else
        {
            ledger.Add(new Entry(dish, person) { Many = by });
        }
    }

    /// <summary>One at a time: one's own first, then of whoever joined in last.</summary>
    private void Take(Guid dish, Guid person, int by)
    {
        if (by > 0)
        {
            Count(dish, person, by);
        }

        for (; by < 0 && InCart(dish) > 0; by++)
        {
            var from = ledger.Find(entry => entry.Dish == dish && entry.Person == person) ?? ledger.FindLast(entry => entry.Dish == dish)!;
            from.Many--;
            ledger.RemoveAll(entry => entry.Many == 0);
        }
    }

    private sealed record Entry(Guid Dish, Guid Person)
    {
        public int Many { get; set; }
    }
}

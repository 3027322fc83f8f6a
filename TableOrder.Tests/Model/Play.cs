using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Model;

/// <summary>Plays moves against the real Core and the model side by side.</summary>
internal sealed class Play(TestHouse house, bool expo, ModelHouse model, IReadOnlyList<Actor> guests, IReadOnlyList<Subscriber> subscribers)
{
    private readonly List<RemakeLine> wishes = [];
    private readonly List<Func<Task>> waiting = [];
    private readonly List<PlaceOrder>[] sent =
    [
        [],
        [],
        [],
    ];
    private TaskCompletionSource? gate;

    public async Task MoveAsync(Move move)
    {
        if (move.Kind >= 88)
        {
            await FlushAsync();
            await (move.Kind >= 96 ? subscribers[move.A % subscribers.Count].ToggleAsync() : Task.FromResult(house.Clock.Now += Time(move)));
            return;
        }

        if (move.Waits && gate is null)
        {
            await HoldAsync();
        }

        Send(move);
        if (!move.Waits)
        {
            await FlushAsync();
        }
    }

    /// <summary>Lets what waits be committed, and compares each answer.</summary>
    public async Task FlushAsync()
    {
        gate?.SetResult();
        gate = null;
        foreach (var answered in waiting)
        {
            await answered();
        }

        waiting.Clear();
    }

    private static TimeSpan Time(Move move) =>
        (move.B % 6) switch
        {
            0 => TimeSpan.FromHours(9),
            1 => TimeSpan.FromMinutes(20),
            _ => TimeSpan.FromSeconds(1 + (move.C % 90)),
        };

    private void Send(Move move)
    {
        var known = model.Orders.FindAll(order => order.Id != Guid.Empty);
        if (move.Kind < 35 || known.Count == 0)
        {
            Place(move);
            return;
        }

        if (move.Kind >= 82)
        {
            Change(move);
            return;
        }

        var order = known[^(1 + (move.A % Math.Min(known.Count, 5)))];
        if (move.Kind < 60)
        {
            var (actor, step) = (move.A % 5 == 0 ? house.Floor : house.Kitchen, move.Step(order));
            var code = ModelRules.Step(order, step, actor.Role, expo, house.Clock.Now);
            Compare(house.Orders.StepAsync(actor, step), code, order, $"{actor.Role} {step}");
        }
        else if (move.Kind < 65)
        {
            Receive(move, known);
        }
        else if (move.Kind < 68)
        {
            var prioritize = new PrioritizeOrder(order.Id, move.B % 3 > 0);
            var code = ModelRules.Prioritize(order, prioritize.First, house.Clock.Now);
            Compare(house.Orders.PrioritizeAsync(house.Kitchen, prioritize), code, order, $"{prioritize}");
        }
        else if (move.Kind < 72)
        {
            Remake(move, order);
        }
        else
        {
            var actor = (move.B % 4) switch
            {
                0 => house.Floor,
                1 => house.Manager,
                _ => guests[move.B % guests.Count],
            };
            var cancel = move.Cancel(order);
            var code = ModelHouse.Sees(actor, order) ? ModelRules.Cancel(order, cancel, actor.Role, house.Clock.Now) : Refusal.NotFound;
            Compare(house.Orders.CancelAsync(actor, cancel), code, order, $"{actor.Role} {cancel}");
        }
    }

    private void Place(Move move)
    {
        var table = move.A % guests.Count;
        var byStaff = move.B % 5 == 0;
        var lines = Enumerable.Range(0, 1 + (move.B % 3)).Select(i => model.Dishes[(move.C + (i * move.D)) % model.Dishes.Count]);
        var place = new PlaceOrder(
            Guid.NewGuid(),
            [
                .. lines.Select(
                    (dish, i) =>
                        new PlaceLine(dish.Id, 1 + (move.D % 3), [])
                        {
                            UnitPrice = move.C % 3 == 0 ? new Money(dish.FirstPrice) : null,
                            Course = byStaff ? i : null,
                        }
                ),
            ]
        );
        if (move.A % 6 == 0 && sent[table].Count > 0)
        {
            // Sent again: as it was, or, by mistake, with something else in it.
            var again = sent[table][move.B % sent[table].Count];
            place = move.C % 4 == 0 ? place with { RequestId = again.RequestId } : again;
            byStaff = place.Lines.Any(line => line.Course is not null);
        }

        sent[table].Add(place);
        var seating = guests[table].SeatingId!.Value;
        var answer = byStaff
            ? house.Orders.PlaceAsync(house.Floor, place with { SeatingId = seating })
            : house.Orders.PlaceAsync(guests[table], place);
        var (code, order, created) = model.Place(seating, place, house.Clock.Now);
        Compare(answer, code, order, created, $"{place}");
    }

    /// <summary>A screen holds some of the newest tickets.</summary>
    private void Receive(Move move, List<ModelOrder> known)
    {
        var orders = known.TakeLast(1 + (move.B % 4)).ToList();
        var held = orders.SelectMany(order => order.Tickets.Skip(move.C % 2).Select(ticket => new HeldTicket(order.Id, ticket.Station))).ToList();
        var answer = house.Orders.ReceiveAsync(house.Kitchen, held);
        var news = orders.Count(order => ModelRules.Receive(order, [.. order.Tickets.Skip(move.C % 2).Select(t => t.Station)], house.Clock.Now));
        waiting.Add(async () => (await answer).Value.Should().Be(news));
    }

    /// <summary>A dish that went wrong; or the wish of one once more, perhaps, by mistake, with something else in it.</summary>
    private void Remake(Move move, ModelOrder order)
    {
        var line = order.Lines[move.C % order.Lines.Count];
        var wish = new RemakeLine(Guid.NewGuid(), order.Id, line.Id, 1 + (move.D % 2), "burnt");
        if (move.B % 4 == 0 && wishes.Count > 0)
        {
            wish = move.D % 4 == 0 ? wishes[^1] with { Quantity = 99 } : wishes[^1];
            order = model.Orders.Single(known => known.Id == wish.OrderId);
            line = order.Lines.Single(known => known.Id == wish.LineId);
        }

        wishes.Add(wish);
        var answer = house.Orders.RemakeAsync(house.Kitchen, wish);
        var (code, again, created) = model.Remake(order, line, wish, house.Clock.Now);
        Compare(answer, code, again, created, $"{wish}");
    }

    private void Compare(Task<Outcome<PlacedOrder>> answer, string? code, ModelOrder? order, bool created, string what)
    {
        var words = order?.ToString();
        waiting.Add(async () =>
        {
            var real = await answer;
            (real.Refusal?.Code).Should().Be(code, "{0}", what);
            if (order is not null)
            {
                (ModelOrder.Words(real.Value.Order), real.Value.Created).Should().Be((words!, created));
                order.Id = real.Value.Order.Id;
                order.Lines.Zip(real.Value.Order.Lines).ToList().ForEach(pair => pair.First.Id = pair.Second.Id);
            }
        });
    }

    private void Change(Move move)
    {
        var dish = model.Dishes[move.A % model.Dishes.Count];
        var change = (move.B % 3) switch
        {
            0 => new ChangeMenuItem(dish.Id) { SoldOut = !dish.SoldOut },
            1 => new ChangeMenuItem(dish.Id) { PortionsLeft = (move.C % 12) - 1 },
            _ => new ChangeMenuItem(dish.Id) { Price = new Money(1000 * (1 + (move.C % 30))), Version = dish.Version - (move.D % 4 == 1 ? 1 : 0) },
        };
        var answer = house.MenuDesk.ChangeAsync(house.Manager, change);
        var (code, version) = (model.Change(change), dish.Version);
        waiting.Add(async () =>
        {
            var real = await answer;
            (real.Refusal?.Code).Should().Be(code, "{0}", change);
            (real.Refusal is null ? real.Value : version).Should().Be(version);
        });
    }

    private void Compare(Task<Outcome<Order>> answer, string? code, ModelOrder order, string what)
    {
        var words = order.ToString();
        waiting.Add(async () =>
        {
            var real = await answer;
            (real.Refusal?.Code).Should().Be(code, "{0} of {1}", what, words);
            (real.Refusal is null ? ModelOrder.Words(real.Value) : words).Should().Be(words, "after {0}", what);
        });
    }

    /// <summary>Keeps the writer busy, so that what is sent from now on waits in its queue.</summary>
    private async Task HoldAsync()
    {
        var (taken, open) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        gate = open;
        var holding = house.Writer.RunAsync<int>(_ =>
        {
            taken.TrySetResult();
            open.Task.Wait();
            return 1;
        });
        waiting.Add(() => holding);
        await taken.Task;
    }
}

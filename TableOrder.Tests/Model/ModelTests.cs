using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;
using TableOrder.Web.Live;

namespace TableOrder.Tests.Model;

/// <summary>
/// Random sequences of commands, alone and in shared commits, against the real Core on a real file and against a plain model of the contract's words.
/// SEQUENCES=1000 in the environment plays more of them than the default; a failure prints the seed to replay it, and the shortest sequence it found.
/// </summary>
public sealed class ModelTests
{
    private const int UsualSequences = 40;
    private const int Shortest = 20;
    private const int Longest = 60;

    private static readonly string[] DishNames = [Dishes.Pancake, Dishes.Shrimp, Dishes.Rice, Dishes.Sorbet, Dishes.Cola];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_is_commanded_orders_events_figures_and_screens_agree_with_the_model(bool expo)
    {
        var sequences = int.TryParse(Environment.GetEnvironmentVariable("SEQUENCES"), CultureInfo.InvariantCulture, out var wanted)
            ? wanted
            : UsualSequences;
        var move = Gen.Choose(0, 99).SelectMany(kind => Gen.Choose(0, 999).Four().Select(n => new Move(kind, n.Item1, n.Item2, n.Item3, n.Item4)));
        var moves = Gen.Choose(Shortest, Longest).SelectMany(count => Gen.ArrayOf(move, count));

        var property = Prop.ForAll(
            Arb.From(moves, Shorter),
            (Action<Move[]>)(played => Task.Run(() => PlayAsync(played, expo)).GetAwaiter().GetResult())
        );

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(sequences));
    }

    /// <summary>The same without a half, a quarter, … or a single move of it.</summary>
    private static IEnumerable<Move[]> Shorter(Move[] moves)
    {
        for (var size = moves.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start < moves.Length; start += size)
            {
                yield return [.. moves.Take(start), .. moves.Skip(start + size)];
            }
        }
    }

    private static async Task PlayAsync(Move[] moves, bool expo)
    {
        await using var house = expo ? new TestHouse() : TestHouse.WithoutExpo();
        await house.InitializeAsync();
        var model = new ModelHouse([.. DishNames.Select(name => Dish(house, name))]);
        Actor[] guests = [await house.SeatAsync(1), await house.SeatAsync(2), await house.SeatAsync(3)];
        Subscriber[] subscribers =
        [
            Kitchen(house, "grill"),
            Kitchen(house, "bar"),
            new(
                "the guest",
                Watch(house, guests[0], guests[0].SeatingId!.Value),
                () => house.OrderReader.ListAsync(guests[0], new OrderQuery { Limit = 100 })
            ),
            new(
                "the manager",
                new OrderWatch(house.Feed, house.OrderReader, house.Manager, _ => true, _ => true),
                () => house.OrderReader.OpenAsync(house.Manager, 100)
            ),
            Kitchen(house, "grill"),
        ];
        var late = subscribers[^1];
        foreach (var subscriber in subscribers[..^1])
        {
            await subscriber.SubscribeAsync();
        }

        var play = new Play(house, expo, model, guests, subscribers[..^1]);
        for (var i = 0; i < moves.Length; i++)
        {
            await play.MoveAsync(moves[i]);
            await (i == moves.Length / 2 ? late.SubscribeAsync() : Task.CompletedTask);
        }

        await play.FlushAsync();
        await Agreement.ShouldHoldAsync(house, model);
        await house.Feed.SeenAsync(house.Ask("SELECT coalesce(max(sequence), 0) FROM order_events"));
        foreach (var subscriber in moves.Length == 0 ? subscribers[..^1] : subscribers)
        {
            await subscriber.ShouldShowTheTruthAsync();
        }
    }

    private static ModelDish Dish(TestHouse house, string name)
    {
        var dish = house.Dish(name);
        var portions = house.Ask("SELECT coalesce(portions_left, -1) FROM menu_items WHERE id = $1", dish.Id);
        return new ModelDish(dish.Id, dish.Station, dish.Price.Minor, dish.Version, portions < 0 ? null : (int)portions) { SoldOut = dish.SoldOut };
    }

    private static Subscriber Kitchen(TestHouse house, string station) =>
        new(
            station,
            new OrderWatch(
                house.Feed,
                house.OrderReader,
                house.Kitchen,
                happened => happened.ConcernsStation(station),
                order => order.Tickets.Any(ticket => ticket.Station == station && order.Shows(ticket))
            ),
            () => house.OrderReader.KitchenAsync(house.Kitchen, station)
        );

    private static OrderWatch Watch(TestHouse house, Actor guest, Guid seating) =>
        new(house.Feed, house.OrderReader, guest, happened => happened.Concerns(seating), _ => true);
}

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Carts;

/// <summary>
/// Random edits and sends from several devices, each with its own and perhaps old look at the cart, some of them at the same moment, against a ledger that only counts.
/// Whatever the order: one cart, no edit lost or doubled, at most one order of each cart. SEQUENCES=1000 in the environment plays more of them than the default.
/// </summary>
public sealed class CartModelTests
{
    private const int UsualSequences = 40;
    private static readonly string[] DishNames = [Dishes.Pancake, Dishes.Rice, Dishes.Sorbet, Dishes.Cola];

    [Fact]
    public void Whatever_the_devices_do_the_cart_and_the_orders_hold_what_was_chosen()
    {
        var sequences = int.TryParse(Environment.GetEnvironmentVariable("SEQUENCES"), CultureInfo.InvariantCulture, out var wanted)
            ? wanted
            : UsualSequences;
        var move = Gen.Choose(0, 99).SelectMany(kind => Gen.Choose(0, 999).Three().Select(n => new CartMove(kind, n.Item1, n.Item2, n.Item3)));
        var moves = Gen.Choose(10, 60).SelectMany(count => Gen.ArrayOf(move, count));

        var property = Prop.ForAll(
            Arb.From(moves, Shorter),
            (Action<CartMove[]>)(
                played =>
                    Task.Run(async () =>
                        {
                            await using var play = new CartPlay(DishNames);
                            await play.PlayAsync(played);
                        })
                        .GetAwaiter()
                        .GetResult()
            )
        );

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(sequences));
    }

    private static IEnumerable<CartMove[]> Shorter(CartMove[] moves)
    {
        for (var size = moves.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start < moves.Length; start += size)
            {
                yield return [.. moves.Take(start), .. moves.Skip(start + size)];
            }
        }
    }
}

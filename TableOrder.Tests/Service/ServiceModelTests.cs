using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Service;

/// <summary>
/// Random services: orders, voids, discounts, splits, payments, refunds, calls, moves, merges, closings and returns at a few tables, some in the same moment, against a ledger that
/// only counts what each answer said. Whatever the order of things, no won is lost or paid twice and no order is cooked twice.
/// SEQUENCES=1000 in the environment plays more of them than the default; a failure prints the shortest sequence it found.
/// </summary>
public sealed class ServiceModelTests
{
    private const int UsualSequences = 20;

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(777)]
    public void Whatever_happens_in_the_room_bills_orders_and_figures_agree_to_the_last_won(int serviceRate)
    {
        var sequences = int.TryParse(Environment.GetEnvironmentVariable("SEQUENCES"), CultureInfo.InvariantCulture, out var wanted)
            ? wanted
            : UsualSequences;
        var move = Gen.Choose(0, 99)
            .SelectMany(kind => Gen.Choose(0, 999).Four().Select(n => new ServiceMove(kind, n.Item1, n.Item2, n.Item3, n.Item4)));
        var moves = Gen.Choose(10, 60).SelectMany(count => Gen.ArrayOf(move, count));

        var property = Prop.ForAll(
            Arb.From(moves, Shorter),
            (Action<ServiceMove[]>)(
                played =>
                    Task.Run(async () =>
                        {
                            await using var play = new ServicePlay(serviceRate);
                            await play.PlayAsync(played);
                        })
                        .GetAwaiter()
                        .GetResult()
            )
        );

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(sequences));
    }

    /// <summary>The same without a half, a quarter, … or a single move of it.</summary>
    private static IEnumerable<ServiceMove[]> Shorter(ServiceMove[] moves)
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

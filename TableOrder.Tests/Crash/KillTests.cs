using System.Diagnostics;
using System.Globalization;
using System.Net;
using TableOrder.Core.Checking;
using TableOrder.Tests.Support;
using Xunit.Abstractions;

namespace TableOrder.Tests.Crash;

/// <summary>
/// The real process is killed in the middle of a rush, again and again, on the same file: what was acknowledged stands, what was not answered can be sent again,
/// and every count agrees. KILLS=1000 in the environment kills more often than the default.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int UsualKills = 20;

    /// <summary>Restaurants side by side: one starts while the other is under load.</summary>
    private const int Restaurants = 2;

    /// <summary>Then a new file begins, so that looking through it all after each kill stays quick.</summary>
    private const int KillsPerFile = 25;
    private const int LongestRush = 400;

    /// <summary>A process that lives for a second shall not prepare for a long life.</summary>
    private static readonly Dictionary<string, string> Lean = new(StringComparer.Ordinal) { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcServer"] = "0" };

    [Fact]
    public async Task A_kill_at_any_moment_loses_nothing_acknowledged_and_leaves_nothing_half_done()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("KILLS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : UsualKills;
        var watch = Stopwatch.StartNew();

        var told = await Task.WhenAll(Enumerable.Range(0, Restaurants).Select(i => KillAsync((kills + i) / Restaurants, new Random(i))));

        told.Sum(t => t.Kills).Should().Be(kills);
        told.Sum(t => t.Acknowledged).Should().BeGreaterThan(kills, "each kill comes after an answer");
        output.WriteLine(
            $"{kills} kills in {watch.Elapsed.TotalSeconds:F0} s ({watch.Elapsed.TotalSeconds / kills:F2} s each): "
                + $"{told.Sum(t => t.Acknowledged)} acknowledged writes kept, {told.Sum(t => t.Unanswered)} unanswered orders sent again ({told.Sum(t => t.Stood)} of them stood)"
        );
    }

    private static async Task<Toll> KillAsync(int kills, Random random)
    {
        var toll = new Toll();
        while (toll.Kills < kills)
        {
            var app = new RunningApp { Environment = Lean };
            try
            {
                await app.InitializeAsync();
                using var staff = await Staff.SignInAsync(app);
                var promises = new Promises();
                for (var i = 0; i < KillsPerFile && toll.Kills < kills; i++)
                {
                    await KillOnceAsync(app, staff, promises, random, toll);
                }

                toll.Acknowledged += promises.Acknowledged;
            }
            finally
            {
                await app.DisposeAsync();
            }
        }

        return toll;
    }

    private static async Task KillOnceAsync(RunningApp app, Staff staff, Promises promises, Random random, Toll toll)
    {
        var rush = new Rush(staff, promises);
        var running = rush.RunAsync(random);
        await rush.Begun;
        await Task.Delay(random.Next(LongestRush));
        await app.KillAsync();
        await running;
        toll.Kills++;

        var keys = promises.ShouldBeKept(app.Database);
        DatabaseCheck.Run(app.Database).Disagreements.Should().BeEmpty();
        await app.StartAgainAsync();
        foreach (var (key, asked) in promises.Unanswered)
        {
            var stood = keys.TryGetValue(key, out var id);
            var answer = await asked.By.PlaceAsync(asked.Order, key);
            answer.Status.Should().Be(stood ? HttpStatusCode.OK : HttpStatusCode.Created, "the answer was {0}", answer.Text);
            answer.Id.Should().Be(stood ? id : answer.Id);
            promises.Placed(key, answer);
            toll.Unanswered++;
            toll.Stood += stood ? 1 : 0;
        }
    }

    /// <summary>What a run went through.</summary>
    private sealed class Toll
    {
        public int Kills { get; set; }
        public int Acknowledged { get; set; }
        public int Unanswered { get; set; }
        public int Stood { get; set; }
    }
}

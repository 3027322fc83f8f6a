using System.Diagnostics;
using System.Globalization;
using System.Net;
using TableOrder.Core.Checking;
using TableOrder.Tests.Api;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Crash;

/// <summary>
/// The operating system fails the write of a COMMIT: nobody can say whether it stands. Callers are told to send the same again, health is red,
/// and once writing works again each order exists exactly once.
/// </summary>
public sealed class UnknownCommitTests : IAsyncLifetime
{
    private const int LimitInBlocks = 1200;
    private const int MostOrders = 2000;

    /// <summary>No file of the process may grow beyond the limit; ignoring the signal turns it into a failed write. The runtime's own mappings are files too unless told otherwise.</summary>
    private readonly RunningApp app = new()
    {
        Shell = $"trap '' XFSZ; ulimit -S -f {LimitInBlocks}",
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_EnableWriteXorExecute"] = "0",
            ["DOTNET_EnableDiagnostics"] = "0",
        },
    };

    public Task InitializeAsync() => OperatingSystem.IsLinux() ? app.InitializeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => app.DisposeAsync();

    [SkippableFact]
    public async Task A_commit_that_the_disk_fails_is_busy_and_red_and_the_same_again_is_one_order()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "limits are set by Linux's own tools");
        using var staff = await Staff.SignInAsync(app);
        var guest = staff.Guests[0];
        var random = new Random(1);
        var sent = new Dictionary<Guid, (object Order, Guid? Id)>();
        Answer answer;
        do
        {
            var (key, order) = (
                Guid.NewGuid(),
                new { lines = staff.Some(random).Select(dish => new { menuItemId = dish.Id, quantity = 1 }).ToArray() }
            );
            answer = await guest.PlaceAsync(order, key);
            sent[key] = (order, answer.Status == HttpStatusCode.Created ? answer.Id : null);
        } while (answer.Status == HttpStatusCode.Created && sent.Count < MostOrders);

        answer.ShouldBeProblem(503, "busy").Headers.RetryAfter.Should().NotBeNull();
        (await ReadyAsync()).Should().Be(HttpStatusCode.ServiceUnavailable);
        await app.ShouldSayAsync("nobody can say whether it stands");

        await LiftAsync();
        foreach (var (key, (order, id)) in sent)
        {
            var again = await guest.PlaceAsync(order, key);
            again
                .Status.Should()
                .BeOneOf([HttpStatusCode.OK, id is null ? HttpStatusCode.Created : HttpStatusCode.OK], "the answer was {0}", again.Text);
            again.Id.Should().Be(id ?? again.Id);
        }

        (await ReadyAsync()).Should().Be(HttpStatusCode.OK);
        await app.KillAsync();
        var report = DatabaseCheck.Run(app.Database);
        report.Disagreements.Should().BeEmpty();
        report.Orders.Should().Be(sent.Count);
    }

    private async Task<HttpStatusCode> ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        return (await http.GetAsync("/health/ready")).StatusCode;
    }

    private async Task LiftAsync()
    {
        using var lift = Process.Start("prlimit", ["--pid", app.ProcessId.ToString(CultureInfo.InvariantCulture), "--fsize=unlimited"]);
        await lift.WaitForExitAsync();
        lift.ExitCode.Should().Be(0);
    }
}

using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Billing;
using TableOrder.Core.Calls;
using TableOrder.Core.Demo;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>Days of service by a clock that runs fast: lunch and dinner are busy, weekends more so, guests call, and every evening the drawer is counted.</summary>
internal sealed class ManualPast(HostedApp app, ForwardClock clock, ManualStaff staff)
{
    private static readonly Money Float = new(100_000);
    private static readonly CallKind[] Kinds = [CallKind.Water, CallKind.Cutlery, CallKind.Bill, CallKind.Water, CallKind.Help];
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(4);
    private const int MostSteps = 60;
    private readonly Random chance = new(11);

    /// <summary>Each party by itself: so every one orders as soon as it sits, and as often as it likes.</summary>
    private readonly List<SimulatedHouse> parties = [];

    /// <summary>A whole day, until the drawer is counted.</summary>
    public async Task ServeDayAsync(DateTimeOffset midnight)
    {
        await ServeAsync(midnight, midnight.AddHours(21.5));
        for (var steps = 0; parties.Count > 0 && steps < MostSteps; steps++)
        {
            clock.Set(clock.GetUtcNow() + Step);
            await WorkAsync(work: 0.8, leave: 1);
        }

        await CountAsync();
    }

    /// <summary>From noon until a moment of that day, with guests still there.</summary>
    public async Task ServeAsync(DateTimeOffset midnight, DateTimeOffset until)
    {
        for (var now = midnight.AddHours(11.5); now < until; now += Step)
        {
            clock.Set(now);
            await SeatAsync(Wanted(now));
            await WorkAsync(work: 0.5, leave: 0.06);
            await CallAsync(now);
        }
    }

    /// <summary>Everybody is hungry at once, and nobody leaves.</summary>
    public async Task RushAsync(DateTimeOffset from, DateTimeOffset until)
    {
        for (var now = from; now < until; now += Step / 2)
        {
            clock.Set(now);
            foreach (var party in parties.Where(_ => chance.NextDouble() < 0.3).ToList())
            {
                await party.OrderAsync();
            }

            await WorkAsync(work: 0.3, leave: 0);
        }
    }

    /// <summary>The kitchen's screens have all that was ordered.</summary>
    public Task LookAsync() => WorkAsync(work: 0, leave: 0);

    /// <summary>So many parties sit there; whoever comes orders, and the others do now and then.</summary>
    private async Task SeatAsync(int wanted)
    {
        foreach (var party in parties.Where(_ => chance.NextDouble() < 0.1).ToList())
        {
            await party.OrderAsync();
        }

        while (parties.Count < wanted)
        {
            var party = Simulated();
            if (!await party.SeatAsync())
            {
                return;
            }

            parties.Add(party);
            while (await party.OrderAsync() is null) { }
        }
    }

    private async Task WorkAsync(double work, double leave)
    {
        foreach (var party in parties)
        {
            await party.WorkAsync(work);
            await party.LeaveAsync(leave);
        }

        parties.RemoveAll(party => party.Parties == 0);
    }

    private SimulatedHouse Simulated() =>
        new(
            app.Services.GetRequiredService<OrderDesk>(),
            app.Services.GetRequiredService<OrderReader>(),
            app.Services.GetRequiredService<SeatingDesk>(),
            app.Services.GetRequiredService<ClosingDesk>(),
            app.Services.GetRequiredService<PaymentDesk>(),
            app.Services.GetRequiredService<BillReader>(),
            app.Services.GetRequiredService<SeatingReader>(),
            app.Services.GetRequiredService<MenuReader>(),
            new Random(chance.Next())
        );

    /// <summary>How many parties there are at a time of day.</summary>
    private static int Wanted(DateTimeOffset now)
    {
        var usual = now.TimeOfDay.TotalHours switch
        {
            < 12 => 3,
            < 13.5 => 8,
            < 15 => 3,
            < 17.5 => 1,
            < 18.5 => 5,
            < 20.5 => 11,
            _ => 4,
        };
        return now.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday ? usual * 4 / 3 : usual;
    }

    /// <summary>Now and then somebody calls, and a waiter comes soon.</summary>
    private async Task CallAsync(DateTimeOffset now)
    {
        if (chance.NextDouble() > 0.12)
        {
            return;
        }

        var tables = (await app.Services.GetRequiredService<SeatingReader>().TablesAsync(Actor.System)).Value;
        if (tables.Where(table => table.Seating is not null && !table.IsCounter).OrderBy(_ => chance.Next()).FirstOrDefault() is not { } table)
        {
            return;
        }

        var seat = (await app.Services.GetRequiredService<SeatingDesk>().JoinAsync(Actor.Nobody, table.Token, "하늘")).Value;
        var guest = Actor.Guest(seat.SeatingId, seat.GuestId, seat.Nickname, "phone");
        var desk = app.Services.GetRequiredService<CallDesk>();
        var call = (await desk.CallAsync(guest, new CallStaff(Kinds[chance.Next(Kinds.Length)]))).Value.Call;
        clock.Set(now + TimeSpan.FromSeconds(20 + (chance.NextDouble() * chance.NextDouble() * 300)));
        (await desk.ConfirmAsync(staff.Waiters[chance.Next(staff.Waiters.Count)], call.Id)).Refusal.Should().BeNull();
    }

    /// <summary>Most evenings it is exact; on some it is not, and somebody writes why.</summary>
    private async Task CountAsync()
    {
        var view = (await app.Services.GetRequiredService<DayReportReader>().GetAsync(staff.Manager)).Value;
        var expected = Float + view.Totals.Moved.Cash;
        var (off, why) = (view.Day.Day % 7) switch
        {
            2 => (-500, "A coin short; looked under the drawer."),
            5 => (1_000, "A guest would not take the change."),
            _ => (0, (string?)null),
        };
        var count = new CountDay(view.Day, Float, expected + new Money(off), expected, why);
        (await app.Services.GetRequiredService<DayReportDesk>().CountAsync(staff.Manager, count)).Refusal.Should().BeNull();
    }
}

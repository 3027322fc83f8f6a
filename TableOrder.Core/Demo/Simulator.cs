using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TableOrder.Core.Billing;
using TableOrder.Core.Menu;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Service;

namespace TableOrder.Core.Demo;

/// <summary>Keeps a <see cref="SimulatedHouse"/> going in real time: all day where Demo:Simulate is on, or for the parties that the button on /demo sends.</summary>
public sealed partial class Simulator : BackgroundService
{
    private const int BusyTables = 9;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly SimulatedHouse house;
    private readonly TimeProvider clock;
    private readonly ILogger<Simulator> log;
    private int waiting;

    /// <summary>A simulator over the same doors as everybody's.</summary>
    public Simulator(
        OrderDesk orders,
        OrderReader reader,
        SeatingDesk seatings,
        ClosingDesk closing,
        PaymentDesk payments,
        BillReader bills,
        SeatingReader tables,
        MenuReader menu,
        TimeProvider clock,
        ILogger<Simulator> log
    )
    {
        house = new SimulatedHouse(orders, reader, seatings, closing, payments, bills, tables, menu, Random.Shared);
        (this.clock, this.log) = (clock, log);
    }

    /// <summary>Whether new parties come by themselves.</summary>
    public bool KeepsBusy { get; set; }

    /// <summary>Sends parties, 1 to 20; each takes a free table and orders within seconds.</summary>
    public void SendGuests(int parties) => Interlocked.Add(ref waiting, Math.Clamp(parties, 1, 20));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync();
            }
#pragma warning disable CA1031 // simulated guests never take the restaurant down
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(log, fault);
            }
        }
    }

    private async Task TickAsync()
    {
        if (waiting > 0)
        {
            Interlocked.Decrement(ref waiting);
            if (await house.SeatAsync())
            {
                await house.OrderAsync();
            }
        }
        else if (KeepsBusy && house.Parties < BusyTables && Random.Shared.Next(5) == 0)
        {
            await house.SeatAsync();
        }

        if (KeepsBusy && Random.Shared.Next(6) == 0)
        {
            await house.OrderAsync();
        }

        await house.WorkAsync(0.04);
        await house.LeaveAsync(0.02);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A simulated guest stumbled")]
    private static partial void LogFault(ILogger logger, Exception fault);
}

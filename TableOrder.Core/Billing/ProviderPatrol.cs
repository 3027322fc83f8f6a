using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TableOrder.Core.Access;

namespace TableOrder.Core.Billing;

/// <summary>Asks providers, now and then, after what they have not said: a message that was lost must not leave a guest unpaid who has paid.</summary>
internal sealed partial class ProviderPatrol(ProviderNewsDesk desk, TimeProvider clock, ILogger<ProviderPatrol> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!desk.HasProviders)
        {
            return;
        }

        using var timer = new PeriodicTimer(Round, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await desk.AskAsync(Actor.System, stoppingToken);
            }
#pragma warning disable CA1031 // the patrol goes on: what could not be asked now is asked in the next round
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFault(log, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A payment provider could not be asked; it is asked again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}

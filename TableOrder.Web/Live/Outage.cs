using TableOrder.Core;

namespace TableOrder.Web.Live;

/// <summary>Turns an outage into a refusal that a page can say; thrown on, it would end the circuit and leave the screen standing.</summary>
internal static partial class Outage
{
    /// <summary>Carries out what somebody pressed.</summary>
    public static async Task<Outcome<T>> ToRefusalAsync<T>(ILogger log, string page, Func<Task<Outcome<T>>> command)
    {
        try
        {
            return await command();
        }
#pragma warning disable CA1031 // told to the person and to the log; the screen lives on
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogCommand(log, fault, page);
            return new Refusal("internal");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A command from {Page} failed")]
    private static partial void LogCommand(ILogger logger, Exception fault, string page);
}

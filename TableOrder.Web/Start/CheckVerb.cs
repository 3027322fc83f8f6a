using System.Globalization;
using TableOrder.Core.Checking;
using TableOrder.Core.Storage;

namespace TableOrder.Web.Start;

/// <summary><c>check [FILE]</c>: whether everything in a database agrees. Reads only, beside a running app or on a copy. Exit code 0: all agrees; 1: a list of what does not; 2: it cannot be said.</summary>
internal static class CheckVerb
{
    public const string Name = "check";
    private const int Disagrees = 1;

    /// <summary>Smaller databases are checked before anybody wonders.</summary>
    private const long TellEvery = 50_000;

    /// <param name="args">What stands after the verb: the file, relative to the caller's folder, or settings that name the configured one.</param>
    /// <param name="output">For the answer.</param>
    /// <param name="errors">For progress, and for why there is no answer.</param>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            return Tell(DatabaseCheck.Run(FileOf(args), Tell(errors)), output);
        }
        catch (StorageException refused)
        {
            errors.WriteLine(refused.Message);
            return Verbs.CannotSay;
        }
    }

    private static string FileOf(string[] args) =>
        args is [{ Length: > 0 } file, ..] && !file.StartsWith('-')
            ? args.Length == 1
                ? Path.GetFullPath(file)
                : throw new StorageException($"{Name} takes one file, not {string.Join(' ', args)}.")
            : DatabaseCheck.FileOf(Configured(args));

    private static StorageOptions Configured(string[] settings) =>
        Setup
            .Read(
                WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }).Configuration
            )
            .Storage;

    private static Action<CheckProgress> Tell(TextWriter errors)
    {
        var told = -1L;
        return progress =>
        {
            if (progress.Of >= TellEvery && progress.Done / TellEvery > told)
            {
                told = progress.Done / TellEvery;
                errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress.Done:N0} of {progress.Of:N0} orders"));
            }
        };
    }

    private static int Tell(CheckReport report, TextWriter output)
    {
        var seen = string.Create(CultureInfo.InvariantCulture, $"{report.Orders:N0} orders, {report.Events:N0} events");
        if (report.AllAgree)
        {
            output.WriteLine($"{seen}: all agree");
            return 0;
        }

        foreach (var line in report.Disagreements)
        {
            output.WriteLine(line);
        }

        var more = report.Count > report.Disagreements.Count ? $", of which the first {report.Disagreements.Count} are listed" : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seen}; disagreements: {report.Count:N0}{more}"));
        return Disagrees;
    }
}

using System.Globalization;

namespace TableOrder.Bench.Harness;

/// <summary>One run of a scenario: how it was asked for, where its figures go, and a folder of its own that is deleted with it.</summary>
internal sealed class Run(Report report, IReadOnlyList<string> options) : IDisposable
{
    private const string QuickOption = "--quick";
    private const string FreshOption = "--fresh";
    private const string CheckOption = "--check";
    private static readonly string[] Flags = [QuickOption, FreshOption, CheckOption];
    private readonly Lazy<string> folder = new(() => Directory.CreateTempSubdirectory("tableorder-bench").FullName);

    /// <summary>Where the figures go.</summary>
    public Report Report => report;

    /// <summary>Whether to end within 60 seconds.</summary>
    public bool Quick => options.Contains(QuickOption, StringComparer.Ordinal);

    /// <summary>Whether to generate databases again that are kept.</summary>
    public bool Fresh => options.Contains(FreshOption, StringComparer.Ordinal);

    /// <summary>Whether to check a generated database, whatever its size.</summary>
    public bool Check => options.Contains(CheckOption, StringComparer.Ordinal);

    /// <summary>An empty folder for both sides' files, so that they share a disk.</summary>
    public string Folder => folder.Value;

    /// <summary>Whether a word on the command line is an option at all.</summary>
    public static bool IsOption(string word) =>
        Flags.Contains(word, StringComparer.Ordinal) || (word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=') > 2);

    /// <summary>The value of --NAME=VALUE; null where it was not given.</summary>
    public string? Option(string name) =>
        options.LastOrDefault(option => option.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..];

    /// <summary>The value of --NAME=NUMBER.</summary>
    public int Option(string name, int otherwise) => Option(name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Tells people what goes on, on standard error.</summary>
    public static void Say(string progress) => Console.Error.WriteLine(progress);

    public void Dispose()
    {
        if (folder.IsValueCreated)
        {
            Directory.Delete(folder.Value, recursive: true);
        }
    }
}

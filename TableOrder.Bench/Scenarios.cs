namespace TableOrder.Bench;

/// <summary>The benchmarks there are: one file each. None has been written yet; they come with the engine they measure.</summary>
internal static class Scenarios
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal);

    public static int List(TextWriter output)
    {
        foreach (var (name, what) in Known)
        {
            output.WriteLine($"{name, -12} {what}");
        }

        output.WriteLine(Known.Count == 1 ? "1 scenario" : $"{Known.Count} scenarios");
        return 0;
    }

    public static int Unknown(string name, TextWriter errors)
    {
        errors.WriteLine($"There is no scenario {name}. `list` tells which there are.");
        return 2;
    }

    public static int Usage(TextWriter errors)
    {
        errors.WriteLine("Usage: dotnet run -c Release --project TableOrder.Bench -- list | SCENARIO [--quick]");
        return 2;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace TableOrder.Bench.Harness;

/// <summary>Prints each figure as one line of JSON, and remembers whether a bar was missed.</summary>
internal sealed class Report(string scenario, TextWriter output)
{
    /// <summary>A bar is printed as ">=3", not as an escape.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether any figure so far missed its bar.</summary>
    public bool Missed { get; private set; }

    /// <summary>A figure of both sides, and whether their ratio met a bar (null: told without one).</summary>
    /// <param name="metric">What was measured, with its size: "deliveries/s, 100 streams".</param>
    /// <param name="figures">The pairs.</param>
    /// <param name="unit">Of both sides' figures.</param>
    /// <param name="peerName">Against what.</param>
    /// <param name="bar">What the ratio must reach.</param>
    /// <param name="standIn">The real peer is missing here: the ratio is told, the bar is not judged.</param>
    public void Compare(string metric, Paired figures, string unit, string peerName, Bar? bar = null, bool standIn = false) =>
        Print(
            new Line(
                scenario,
                metric,
                figures.Ours,
                figures.Peer,
                peerName,
                figures.Ratio,
                unit,
                figures.N,
                bar,
                standIn ? null : bar?.Holds(figures.Ratio)
            )
        );

    /// <summary>A figure of ours alone, and whether it met a bar (null: told without one).</summary>
    /// <param name="metric">What was measured.</param>
    /// <param name="ours">The figure.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="n">Of how many measurements.</param>
    /// <param name="bar">What the figure must reach.</param>
    public void Tell(string metric, double ours, string unit, long n, Bar? bar = null) =>
        Print(new Line(scenario, metric, ours, Peer: null, PeerName: null, Ratio: null, unit, n, bar, bar?.Holds(ours)));

    private void Print(Line line)
    {
        Missed |= line.Holds == false;
        var rounded = new
        {
            line.Scenario,
            line.Metric,
            Ours = Rounded(line.Ours),
            Peer = Rounded(line.Peer),
            line.PeerName,
            Ratio = Rounded(line.Ratio),
            line.Unit,
            line.N,
            Reach = line.Reach?.ToString(),
            line.Holds,
        };
        output.WriteLine(JsonSerializer.Serialize(rounded, Json));
        output.Flush();
    }

    /// <summary>Four significant digits: more would pretend. The bar is judged before rounding.</summary>
    private static decimal? Rounded(double? value)
    {
        if (value is not { } exact || exact == 0)
        {
            return (decimal?)value;
        }

        var digits = 3 - (int)Math.Floor(Math.Log10(Math.Abs(exact)));
        return digits >= 0 ? Math.Round((decimal)exact, Math.Min(digits, 12)) : Math.Round((decimal)exact);
    }

    private sealed record Line(
        string Scenario,
        string Metric,
        double Ours,
        double? Peer,
        string? PeerName,
        double? Ratio,
        string Unit,
        long N,
        Bar? Reach,
        bool? Holds
    );
}

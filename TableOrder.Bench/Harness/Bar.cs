using System.Globalization;

namespace TableOrder.Bench.Harness;

/// <summary>What a ratio or a figure must reach.</summary>
internal sealed record Bar
{
    private readonly double limit;
    private readonly bool atLeast;

    private Bar(double limit, bool atLeast) => (this.limit, this.atLeast) = (limit, atLeast);

    /// <summary>Higher is better.</summary>
    public static Bar AtLeast(double limit) => new(limit, atLeast: true);

    /// <summary>Lower is better.</summary>
    public static Bar AtMost(double limit) => new(limit, atLeast: false);

    /// <summary>Whether it was met.</summary>
    public bool Holds(double value) => atLeast ? value >= limit : value <= limit;

    /// <summary>As the report prints it: ">=3".</summary>
    public override string ToString() => (atLeast ? ">=" : "<=") + limit.ToString(CultureInfo.InvariantCulture);
}

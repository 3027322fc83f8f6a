using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TableOrder.Core.Billing;

/// <summary>The money of a business day as it was when somebody counted the drawer. Written once.</summary>
internal sealed class DayReportRow
{
    public DateOnly BusinessDay { get; init; }
    public DateTimeOffset CountedAt { get; init; }
    public required string Actor { get; init; }

    /// <summary>What lay in the drawer when the day began.</summary>
    public Money OpeningFloat { get; init; }

    /// <summary>What was counted.</summary>
    public Money Counted { get; init; }

    /// <summary>What should have lain there: the opening float and the cash taken, without the cash given back.</summary>
    public Money Expected { get; init; }
    public string? Note { get; init; }

    /// <summary>The report's figures as JSON: what they count may grow, what was written stays.</summary>
    public required string Figures { get; init; }
}

internal sealed class DayReportMapping : IEntityTypeConfiguration<DayReportRow>
{
    public void Configure(EntityTypeBuilder<DayReportRow> builder) => builder.ToTable("day_reports").HasKey(r => r.BusinessDay);
}

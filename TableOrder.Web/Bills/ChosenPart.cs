using TableOrder.Core;
using TableOrder.Core.Billing;

namespace TableOrder.Web.Bills;

/// <summary>The part of a bill that somebody has chosen to pay, as it is painted: a press carries it, whatever the bill has become meanwhile.</summary>
/// <param name="RequestId">Another one for each part that is painted: however often it is pressed, it is one payment.</param>
/// <param name="Mode">How it was chosen.</param>
/// <param name="Amount">How much; zero where nothing is chosen yet.</param>
/// <param name="Left">What stays to be paid then.</param>
/// <param name="Lines">What it is meant for.</param>
/// <param name="Picks">What was picked of each line.</param>
public sealed record ChosenPart(
    Guid RequestId,
    SplitMode Mode,
    Money Amount,
    Money Left,
    IReadOnlyList<PaidLine> Lines,
    IReadOnlyList<PickedPart> Picks
)
{
    /// <summary>Whether there is something to pay.</summary>
    public bool CanBePaid => Amount > Money.Zero;

    /// <summary>Whether another part would be painted the same, and be the same payment.</summary>
    public bool Equals(ChosenPart? other) =>
        other is not null
        && RequestId == other.RequestId
        && Mode == other.Mode
        && Amount == other.Amount
        && Left == other.Left
        && Lines.SequenceEqual(other.Lines)
        && Picks.SequenceEqual(other.Picks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RequestId, Mode, Amount, Left);
}

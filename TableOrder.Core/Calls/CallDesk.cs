using TableOrder.Core.Access;
using TableOrder.Core.Journal;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Calls;

/// <summary>Takes calls, and that somebody comes. Each is one transaction with the counts that it moves.</summary>
public sealed class CallDesk
{
    private readonly Writer writer;
    private readonly SettingsReader settings;

    internal CallDesk(Writer writer, SettingsReader settings) => (this.writer, this.settings) = (writer, settings);

    /// <summary>
    /// A guest calls. Where a call of that kind waits already it is that one: however often somebody presses, one waiter comes. Refuses a closed seating ("seating_closed"),
    /// a note over 200 characters, and <see cref="CallKind.Other"/> without one.
    /// </summary>
    public async Task<Outcome<PlacedCall>> CallAsync(Actor actor, CallStaff call, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.CallStaff) is { } refusal)
        {
            return refusal;
        }

        var note = PlainText.Tidy(call.Note);
        if (call.Note?.Length > PlaceRule.LongestNote || (call.Kind == CallKind.Other && note is null))
        {
            return Refusal.Bad("note", $"Say what is wished, in at most {PlaceRule.LongestNote} characters.");
        }

        if (!Enum.IsDefined(call.Kind))
        {
            return Refusal.Bad("kind", "Send water, cutlery, help, bill or other.");
        }

        var house = await settings.CurrentAsync();
        return await writer.RunAsync(tx => Call(tx, actor, call.Kind, note, house.BusinessDay(tx.Now)), cancellation);
    }

    /// <summary>Somebody of the staff comes. One that was answered stays as it is. Refuses an unknown call ("not_found").</summary>
    public async Task<Outcome<Call>> ConfirmAsync(Actor actor, Guid callId, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ConfirmCalls) is { } refusal
            ? refusal
            : await writer.RunAsync<Call>(
                tx =>
                    CallSql.Find(tx.Session, callId) is not { } call ? new Refusal(Refusal.NotFound)
                    : call.Call.State == CallState.Waiting ? Confirm(tx, actor, call)
                    : call.Call,
                cancellation
            );

    private static Call Confirm(Tx tx, Actor actor, CountedCall call)
    {
        JournalSql.Write(tx, actor, Acts.CallConfirmed, call.Call.TableName, new { call.Call.Kind, call.Call.Note });
        return CallSql.Answer(tx, actor, call, CallState.Confirmed).Call;
    }

    private static Outcome<PlacedCall> Call(Tx tx, Actor actor, CallKind kind, string? note, DateOnly day)
    {
        if (SeatingSql.OpenOf(tx.Session, actor.Id) is not { } seating)
        {
            return new Refusal(SeatingRefusal.SeatingClosed);
        }

        if (CallSql.Waiting(tx.Session, seating, kind) is { } waiting)
        {
            return new PlacedCall(waiting.Call, Created: false);
        }

        var table = SeatingSql.FindItself(tx.Session, seating)!.TableName;
        var call = new Call(RisingId.Next(), seating, table, kind, note, CallState.Waiting, tx.Now, AnsweredAt: null);
        CallSql.Insert(tx, actor, new CountedCall(call, day));
        return new PlacedCall(call, Created: true);
    }
}

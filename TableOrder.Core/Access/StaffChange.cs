using TableOrder.Core.Journal;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Access;

/// <summary>Carries a change of an account out, in one transaction: field by field, each with its line in the journal.</summary>
internal static class StaffChange
{
    public static Outcome<bool> Make(Tx tx, Actor actor, ChangeStaff change, string? name, string? hash)
    {
        if (StaffSql.Find(tx.Session, change.Id) is not { } before)
        {
            return new Refusal(Refusal.NotFound);
        }

        var disables = change.Disabled == true && !before.IsDisabled;
        if ((StaffRule.Refuse(before, change, name) ?? RefuseLoss(tx, actor, before, change, disables)) is { } refusal)
        {
            return refusal;
        }

        if (name is not null && StaffSql.IsTaken(tx.Session, name, before.Id))
        {
            return new Refusal(StaffRefusal.NameTaken);
        }

        var called = name ?? before.Name;
        if (name is not null && !string.Equals(name, before.Name, StringComparison.Ordinal))
        {
            tx.Session.Execute("UPDATE staff SET name = $1 WHERE id = $2", name, before.Id);
            JournalSql.Write(tx, actor, Acts.StaffRenamed, name, new { From = before.Name });
        }

        var moves = change.Role is { } role && role != before.Role;
        if (moves)
        {
            tx.Session.Execute("UPDATE staff SET role = $1 WHERE id = $2", Columns.ToName(change.Role!.Value), before.Id);
            JournalSql.Write(tx, actor, Acts.StaffRoleChanged, called, new { From = before.Role, To = change.Role });
        }

        if (hash is not null)
        {
            tx.Session.Execute("UPDATE staff SET password_hash = $1, secret_set_at = $3 WHERE id = $2", hash, before.Id, tx.Now);
            JournalSql.Write(tx, actor, Acts.StaffSecretSet, called);
        }

        if (change.Disabled is { } disabled && disabled != before.IsDisabled)
        {
            tx.Session.Execute("UPDATE staff SET disabled_at = $1 WHERE id = $2", disabled ? tx.Now : default(Value), before.Id);
            JournalSql.Write(tx, actor, disabled ? Acts.StaffDisabled : Acts.StaffEnabled, called);
        }

        if (moves && change.Role == Role.Manager)
        {
            // No device is a manager's.
            tx.Session.Execute("UPDATE devices SET revoked_at = $1, code_hash = NULL WHERE staff_id = $2 AND revoked_at IS NULL", tx.Now, before.Id);
        }

        if (moves || disables || hash is not null)
        {
            // Whoever gives themselves another secret goes on with it; with another role nobody goes on as what they were.
            StaffSql.EndAll(tx, before.Id, moves ? null : actor.SessionId);
        }

        StaffSql.Tell(tx);
        return true;
    }

    /// <summary>Somebody must be left who can manage, and nobody locks themselves out.</summary>
    private static Refusal? RefuseLoss(Tx tx, Actor actor, StaffAccount before, ChangeStaff change, bool disables)
    {
        var demotes = change.Role is { } role && role != Role.Manager;
        return before is { Role: Role.Manager, IsDisabled: false } && (disables || demotes) && !StaffSql.HasOtherManager(tx.Session, before.Id)
                ? new Refusal(StaffRefusal.LastManager)
            : disables && before.Id == actor.Id ? new Refusal(StaffRefusal.OwnAccount)
            : null;
    }
}

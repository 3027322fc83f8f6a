using TableOrder.Core.Access;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Journal;

/// <summary>Writes the journal: rows are added in the transaction of what they tell of, and never changed.</summary>
internal static class JournalSql
{
    /// <summary>Notes what somebody did.</summary>
    /// <param name="tx">The transaction that does it.</param>
    /// <param name="actor">Who.</param>
    /// <param name="act">One of <see cref="Acts"/>.</param>
    /// <param name="subject">To whom or what, as people call it now.</param>
    /// <param name="detail">How: an object whose properties are named in camelCase; null where there is no more to say.</param>
    public static void Write(Tx tx, Actor actor, string act, string subject = "", object? detail = null) =>
        tx.Session.Execute(
            "INSERT INTO journal (at, actor, device, act, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)",
            tx.Now,
            actor.LogName,
            actor.Device,
            act,
            subject,
            detail is null ? "{}" : Columns.ToJson(detail)
        );
}

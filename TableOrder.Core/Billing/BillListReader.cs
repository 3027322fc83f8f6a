using TableOrder.Core.Access;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Billing;

/// <summary>Finds the bills of all parties there ever were.</summary>
public sealed class BillListReader
{
    private readonly ReadPool reads;
    private readonly SettingsReader settings;

    internal BillListReader(ReadPool reads, SettingsReader settings) => (this.reads, this.settings) = (reads, settings);

    /// <summary>The topics that rise with what changes a bill but its orders, of which the log tells.</summary>
    public static IReadOnlyList<string> Watched { get; } = [SeatingDesk.TablesTopic];

    /// <summary>
    /// A page of bills, open ones first. A party that has neither ordered nor paid has none. Costs the same however long the history is: a page looks at a bounded number of parties, and may hold
    /// few or none while another follows. Refuses a limit that is not 1 to 50, and a reference that is too long ("invalid").
    /// </summary>
    public async Task<Outcome<BillList>> ListAsync(Actor actor, BillQuery query)
    {
        if (Rights.Refuse(actor, Right.ReadBills) is { } refusal)
        {
            return refusal;
        }

        if (query.Limit is < 1 or > BillQuery.MostPerPage)
        {
            return Refusal.Bad("limit", $"Send 1 to {BillQuery.MostPerPage}.");
        }

        if (query.Reference?.Length > BillQuery.LongestReference)
        {
            return Refusal.Bad("reference", $"Send at most {BillQuery.LongestReference} characters.");
        }

        var house = await settings.CurrentAsync();
        return await reads.SnapshotAsync(session => BillListSql.Page(session, query, house));
    }

    /// <summary>Who of the staff is who: their names by what entries say of who entered them.</summary>
    public async Task<Outcome<IReadOnlyDictionary<string, string>>> StaffAsync(Actor actor) =>
        Rights.Refuse(actor, Right.ReadBills) is { } refusal
            ? refusal
            : await reads.ReadAsync<Outcome<IReadOnlyDictionary<string, string>>>(session =>
                session
                    .Query("SELECT id, name FROM staff", row => (Id: row.Id(0), Name: row.Text(1)))
                    .ToDictionary(staff => $"staff:{staff.Id}", staff => staff.Name, StringComparer.Ordinal)
            );
}

using TableOrder.Core.Seating;

namespace TableOrder.Web.Guest;

/// <summary>What the guests are told when the staff takes their party to another table, or makes one of two.</summary>
public abstract partial class GuestPage
{
    /// <summary>Where they sit now, or with whom, where that is news; empty where it is not, or they have read it.</summary>
    internal string News { get; private set; } = "";

    /// <summary>They have read it.</summary>
    internal void ForgetNews()
    {
        News = "";
        StateHasChanged();
    }

    private void TellOfTables(OwnSeating? before, OwnSeating now)
    {
        if (before is null)
        {
            return;
        }

        var joined =
            before.SeatingId != now.SeatingId ? before.TableName
            : before.JoinedTables.Count < now.JoinedTables.Count ? now.JoinedTables[^1]
            : now.TableName;
        if (!string.Equals(joined, now.TableName, StringComparison.Ordinal))
        {
            string[] tables = [.. new[] { joined, now.TableName }.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
            News = CallWords["NewsMerged", tables[0], tables[1]];
        }
        else if (!string.Equals(before.TableName, now.TableName, StringComparison.Ordinal))
        {
            News = CallWords["NewsMoved", now.TableName];
        }
    }
}

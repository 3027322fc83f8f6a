using TableOrder.Core.Access;
using TableOrder.Core.Journal;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Seating;

/// <summary>Takes changes of the room's tables. No table is ever erased: what was ordered there keeps its name.</summary>
public sealed partial class TableDesk
{
    internal const string SelectOpen = $"SELECT s.id FROM seatings s WHERE s.table_id = $1 AND {SeatingSql.IsOpen}";
    private const int MostSeats = 99;
    private readonly Writer writer;

    internal TableDesk(Writer writer) => this.writer = writer;

    /// <summary>
    /// Adds tables behind the others, each with a printed code of its own; all of them, or none. An area whose name in the house's language exists is that area, as it is written there.
    /// Refuses names that are empty, longer than 20 characters or twice the same, names that others have (<see cref="TableNamesTaken"/>), an area that lacks a language of the house
    /// or is longer than 40 characters, seats that are not 1 to 99, and more than 100 tables. Gives their ids in the order of the names.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<Guid>>> AddAsync(Actor actor, AddTables add, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.ManageTables) is { } refusal)
        {
            return refusal;
        }

        var names = add.Names.Select(TableNames.Tidy).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count != add.Names.Count || names.Count is 0 or > TableNames.MostAtOnce)
        {
            return Refusal.Bad("names", $"Send 1 to {TableNames.MostAtOnce} different names of 1 to {TableNames.Longest} characters.");
        }

        return BadSeats(add.Seats) ?? await writer.RunAsync(tx => Add(tx, actor, add, names), cancellation);
    }

    /// <summary>
    /// Changes a table. Refuses one that is not there or was taken away, another name or kind while a party sits there ("party_seated"), a name that another has
    /// (<see cref="TableNamesTaken"/>), and what <see cref="AddAsync"/> refuses of names, areas and seats.
    /// </summary>
    public async Task<Outcome<Guid>> ChangeAsync(Actor actor, ChangeTable change, CancellationToken cancellation = default)
    {
        if (Rights.Refuse(actor, Right.ManageTables) is { } refusal)
        {
            return refusal;
        }

        if (change.Name is not null && TableNames.Tidy(change.Name) is null)
        {
            return BadName();
        }

        return (change.Seats is { } seats ? BadSeats(seats) : null) ?? await writer.RunAsync(tx => Change(tx, actor, change), cancellation);
    }

    /// <summary>Gives a part of the room another name, for all of its tables. Refuses one that has no table ("not_found"), a name that another part has ("area_name_taken"), and a bad name.</summary>
    public async Task<Outcome<LocalText>> RenameAreaAsync(Actor actor, LocalText area, LocalText name, CancellationToken cancellation = default) =>
        Rights.Refuse(actor, Right.ManageTables) is { } refusal
            ? refusal
            : await writer.RunAsync(tx => RenameArea(tx, actor, area, name), cancellation);

    private static Outcome<IReadOnlyList<Guid>> Add(Tx tx, Actor actor, AddTables add, List<string> names)
    {
        var tables = new RoomTables(tx);
        if (tables.Area(add.Area) is not { } area)
        {
            return BadArea();
        }

        if (tables.Taken(names) is { } taken)
        {
            return taken;
        }

        var position = tables.All.Count == 0 ? 0 : tables.All.Max(table => table.Position) + 1;
        var rows = names.ConvertAll(name => new TableRow
        {
            Id = Guid.CreateVersion7(tx.Now),
            Name = name,
            Area = area,
            Seats = add.Seats,
            Token = TableToken.Make(),
            Position = position++,
            Counter = add.IsCounter,
        });
        tx.Session.Db.AddRange(rows);
        tables.Save();
        JournalSql.Write(tx, actor, Acts.TablesAdded, string.Join(", ", names), new { area, seats = add.Seats });
        return rows.ConvertAll(row => row.Id);
    }

    private static Outcome<Guid> Change(Tx tx, Actor actor, ChangeTable change)
    {
        var tables = new RoomTables(tx);
        if (tables.Find(change.TableId) is not { } table)
        {
            return new Refusal(Refusal.NotFound);
        }

        var (before, name, area) = (
            table.Name,
            TableNames.Tidy(change.Name) ?? table.Name,
            change.Area is { } given ? tables.Area(given) : table.Area
        );
        if (area is null)
        {
            return BadArea();
        }

        if (tables.Taken([name], but: table) is { } taken)
        {
            return taken;
        }

        var isOther = !string.Equals(name, table.Name, StringComparison.Ordinal) || (change.IsCounter ?? table.Counter) != table.Counter;
        if (isOther && !Vacate(tx, table.Id))
        {
            return new Refusal(SeatingRefusal.PartySeated);
        }

        if (!tables.IsOneArea(area, table.Area))
        {
            (table.Area, table.PlanX, table.PlanY) = (area, null, null);
        }

        (table.Name, table.Seats) = (name, change.Seats ?? table.Seats);
        (table.Counter, table.Closed) = (change.IsCounter ?? table.Counter, change.IsOutOfUse ?? table.Closed);
        if (!tables.Save())
        {
            return table.Id;
        }

        JournalSql.Write(
            tx,
            actor,
            Acts.TableChanged,
            before,
            new
            {
                name,
                area = table.Area,
                seats = table.Seats,
                counter = table.Counter,
                outOfUse = table.Closed,
            }
        );
        return table.Id;
    }

    private static Outcome<LocalText> RenameArea(Tx tx, Actor actor, LocalText area, LocalText name)
    {
        var tables = new RoomTables(tx);
        var members = tables.Of(area);
        if (members.Count == 0)
        {
            return new Refusal(Refusal.NotFound);
        }

        if (tables.Tidy(name) is not { } to)
        {
            return BadArea();
        }

        if (!tables.IsOneArea(area, to) && tables.Of(to).Count > 0)
        {
            return new Refusal(SeatingRefusal.AreaTaken);
        }

        members.ForEach(table => table.Area = to);
        tables.Save();
        JournalSql.Write(tx, actor, Acts.AreaRenamed, tables.Key(area), new { to });
        return to;
    }

    /// <summary>Whether a table is empty now: whoever has only scanned its code is shown out. Where a party sits it stays as it is.</summary>
    private static bool Vacate(Tx tx, Guid table)
    {
        var open = tx.Session.Query(SelectOpen, row => row.Id(0), table);
        if (open.Exists(seating => SeatingSql.IsHeld(tx.Session, seating)))
        {
            return false;
        }

        open.ForEach(seating => SeatingSql.End(tx, seating));
        return true;
    }

    private static Refusal? BadSeats(int seats) =>
        seats is < 1 or > MostSeats ? Refusal.Bad("seats", $"Say how many people fit, from 1 to {MostSeats}.") : null;

    private static Refusal BadName() => Refusal.Bad("name", $"Send a name of 1 to {TableNames.Longest} characters.");

    private static Refusal BadArea() =>
        Refusal.Bad("area", $"Name the part of the room in every language of the house, in at most {TableNames.LongestArea} characters each.");
}

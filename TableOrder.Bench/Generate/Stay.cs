using TableOrder.Core;
using TableOrder.Core.Access;
using TableOrder.Core.Ordering;
using TableOrder.Core.Seating;

namespace TableOrder.Bench.Generate;

/// <summary>A party at a table.</summary>
internal sealed class Stay
{
    private static readonly string[] Nicknames = ["지민", "서연", "민준", "Alex", "하늘", ""];

    public Stay(TableView table, DateTimeOffset openedAt, Random random)
    {
        (Table, OpenedAt, Id) = (table, openedAt, Guid.CreateVersion7(openedAt));
        LastRoundBefore = openedAt.AddMinutes(random.Next(35, 110));
        Allergies = random.Next(30) == 0 ? ["peanut"] : [];
        Guests =
        [
            .. Enumerable
                .Range(0, random.Next(1, 5))
                .Select(_ => Actor.Guest(Id, Guid.CreateVersion7(openedAt), Nicknames[random.Next(Nicknames.Length)], "phone")),
        ];
    }

    public Guid Id { get; }
    public TableView Table { get; }
    public DateTimeOffset OpenedAt { get; }
    public IReadOnlyList<string> Allergies { get; }
    public IReadOnlyList<Actor> Guests { get; }

    /// <summary>After it they only finish.</summary>
    public DateTimeOffset LastRoundBefore { get; }

    /// <summary>Null while they sit there.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public int Rounds { get; private set; }
    public Money Total { get; private set; }

    /// <summary>When the last of what they ordered is on the table.</summary>
    public DateTimeOffset Ends { get; private set; }

    /// <summary>The number of the round that they order now.</summary>
    public int NextRound() => ++Rounds;

    /// <summary>Takes what became of a round.</summary>
    public void Add(Order order, DateTimeOffset ends)
    {
        Total += order.Total;
        Ends = ends > Ends ? ends : Ends;
    }
}

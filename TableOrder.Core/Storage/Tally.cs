using System.Runtime.InteropServices;

namespace TableOrder.Core.Storage;

/// <summary>
/// A table of kept sums: a row for each key, whose sums only ever move by differences. A command says by how much (<see cref="Tx.Tallied"/>);
/// the writer merges what a batch says and writes each row once, before the commit that makes it true.
/// </summary>
internal sealed class Tally
{
    private readonly string upsert;
    private readonly int keys;

    /// <param name="table">The table's name.</param>
    /// <param name="keys">Its key columns.</param>
    /// <param name="sums">Its sums, all of them not null.</param>
    public Tally(string table, IReadOnlyList<string> keys, IReadOnlyList<string> sums)
    {
        (Table, Keys, Sums) = (table, keys, sums);
        this.keys = keys.Count;
        var columns = string.Join(", ", keys.Concat(sums));
        var values = string.Join(", ", Enumerable.Range(1, keys.Count + sums.Count).Select(i => $"${i}"));
        var additions = string.Join(", ", sums.Select((sum, i) => $"{sum} = kept.{sum} + ${keys.Count + i + 1}"));
        upsert = $"INSERT INTO {table} AS kept ({columns}) VALUES ({values}) ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET {additions}";
    }

    public string Table { get; }
    public IReadOnlyList<string> Keys { get; }
    public IReadOnlyList<string> Sums { get; }

    /// <summary>Moves the sums of one row.</summary>
    public void Write(Session session, TallyKey key, ReadOnlySpan<long> differences)
    {
        Span<Value> values = new Value[keys + differences.Length];
        key.CopyTo(values[..keys]);
        for (var i = 0; i < differences.Length; i++)
        {
            values[keys + i] = differences[i];
        }

        session.Execute(upsert, values);
    }
}

/// <summary>Which row of a <see cref="Tally"/>: as many values as it has key columns, at most three.</summary>
internal readonly record struct TallyKey(Value First, Value Second = default, Value Third = default)
{
    public void CopyTo(Span<Value> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = i switch
            {
                0 => First,
                1 => Second,
                _ => Third,
            };
        }
    }
}

/// <summary>What the commands of a batch add to kept sums, in their order, so that a command that is rolled back takes its own with it.</summary>
internal sealed class Tallied
{
    private readonly List<(Tally Tally, TallyKey Key, int Sum, long Difference, long Next)> added = [];
    private readonly Dictionary<(Tally, TallyKey), long[]> merged = [];

    /// <summary>How much has been added; a place to go back to.</summary>
    public int Mark => added.Count;

    /// <summary>Moves a sum of a row by a difference and, where two go together, the sum after it.</summary>
    public void Add(Tally tally, in TallyKey key, int sum, long difference, long next = 0)
    {
        if (difference != 0 || next != 0)
        {
            added.Add((tally, key, sum, difference, next));
        }
    }

    /// <summary>Forgets what was added after a mark.</summary>
    public void Back(int mark) => added.RemoveRange(mark, added.Count - mark);

    /// <summary>Brings together what was added, so that there is one row for each key, and gives all rows since the last <see cref="Clear"/>.</summary>
    public IReadOnlyDictionary<(Tally Tally, TallyKey Key), long[]> Merge()
    {
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(added))
        {
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(merged, (entry.Tally, entry.Key), out _);
            sums ??= new long[entry.Tally.Sums.Count];
            sums[entry.Sum] += entry.Difference;
            if (entry.Next != 0)
            {
                sums[entry.Sum + 1] += entry.Next;
            }
        }

        added.Clear();
        return merged;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        added.Clear();
        merged.Clear();
    }

    /// <summary>Writes each row once; differences that cancel each other out write nothing.</summary>
    public void Write(Session session)
    {
        try
        {
            foreach (var ((tally, key), sums) in Merge())
            {
                if (sums.AsSpan().ContainsAnyExcept(0L))
                {
                    tally.Write(session, key, sums);
                }
            }
        }
        finally
        {
            // What could not be written is said again by the commands, which are run again.
            Clear();
        }
    }
}

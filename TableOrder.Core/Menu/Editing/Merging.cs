using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu.Editing;

/// <summary>What came of two edits that began with the same thing.</summary>
/// <typeparam name="T">What was edited.</typeparam>
/// <param name="Draft">Both edits in one; where both changed a field, mine.</param>
/// <param name="Taken">The fields that only the other changed: theirs stand in the draft.</param>
/// <param name="Disputed">The fields that both changed, and differently.</param>
public sealed record Merged<T>(T Draft, IReadOnlyList<string> Taken, IReadOnlyList<string> Disputed);

/// <summary>Compares and merges by field. Pure. Fields are named as refusals name them; texts in languages are a field each: "name.ko".</summary>
/// <typeparam name="T">What is edited: an immutable record.</typeparam>
public sealed class Merging<T>
{
    private readonly Func<IReadOnlyList<T>, IEnumerable<Field>> fieldsOf;

    /// <param name="fieldsOf">The fields that any of some drafts has, in the order in which people read them.</param>
    internal Merging(Func<IReadOnlyList<T>, IEnumerable<Field>> fieldsOf) => this.fieldsOf = fieldsOf;

    /// <summary>The names of the fields that differ.</summary>
    public IReadOnlyList<string> Changed(T before, T after) =>
        [.. fieldsOf([before, after]).Where(field => !field.IsSame(before, after)).Select(field => field.Name)];

    /// <summary>Brings two edits together.</summary>
    /// <param name="origin">What both began with.</param>
    /// <param name="mine">What I made of it.</param>
    /// <param name="theirs">What the other made of it.</param>
    public Merged<T> Merge(T origin, T mine, T theirs)
    {
        var (draft, taken, disputed) = (mine, new List<string>(), new List<string>());
        foreach (var field in fieldsOf([origin, mine, theirs]))
        {
            if (field.IsSame(origin, theirs) || field.IsSame(mine, theirs))
            {
                continue;
            }

            if (field.IsSame(origin, mine))
            {
                draft = field.Copy(theirs, draft);
                taken.Add(field.Name);
            }
            else
            {
                disputed.Add(field.Name);
            }
        }

        return new Merged<T>(draft, taken, disputed);
    }

    /// <summary>The draft with one field as another has it.</summary>
    public T Take(T draft, T other, string name) =>
        fieldsOf([draft, other]).FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal)) is { } field
            ? field.Copy(other, draft)
            : draft;

    /// <summary>A field of what is edited.</summary>
    /// <param name="Name">As a refusal names it.</param>
    /// <param name="Get">Its value; compared as JSON, so that lists are compared by what is in them.</param>
    /// <param name="Copy">From one draft into another.</param>
    internal sealed record Field(string Name, Func<T, object?> Get, Func<T, T, T> Copy)
    {
        public bool IsSame(T one, T other) => string.Equals(Columns.ToJson(Get(one)), Columns.ToJson(Get(other)), StringComparison.Ordinal);
    }
}

using System.Globalization;
using TableOrder.Core;
using TableOrder.Core.Menu.Editing;

namespace TableOrder.Web.Manager.Dishes;

/// <summary>A choice while it is edited. Numbers are kept as they were typed.</summary>
public sealed class GroupForm
{
    private readonly string currency;
    private List<OptionForm> options;

    /// <param name="draft">What it begins with.</param>
    /// <param name="currency">ISO 4217.</param>
    public GroupForm(GroupDraft draft, string currency)
    {
        this.currency = currency;
        Name = draft.Name;
        (Min, Max) = (Number(draft.Min), Number(draft.Max));
        options = [.. draft.Modifiers.Select(option => new OptionForm(option, currency))];
    }

    /// <summary>The question.</summary>
    public LocalText Name { get; set; }

    /// <summary>The fewest, as typed.</summary>
    public string Min { get; set; }

    /// <summary>The most, as typed.</summary>
    public string Max { get; set; }

    /// <summary>The answers, in order.</summary>
    public IReadOnlyList<OptionForm> Options => options;

    /// <summary>The fields that could not be read.</summary>
    public IReadOnlyList<string> Unreadable =>
        [
            .. new[]
            {
                ("min", Read(Min) is not null),
                ("max", Read(Max) is not null),
                ("modifiers", options.TrueForAll(option => option.IsReadable)),
            }
                .Where(number => !number.Item2)
                .Select(number => number.Item1),
        ];

    /// <summary>What was said so far.</summary>
    public GroupDraft Said =>
        new()
        {
            Name = Name,
            Min = Read(Min) ?? 0,
            Max = Read(Max) ?? 1,
            Modifiers = [.. Options.Select(option => option.Said)],
        };

    /// <summary>One more answer.</summary>
    public void Add() => options.Add(new OptionForm(new ModifierDraft(Guid.CreateVersion7(), LocalText.Empty), currency));

    /// <summary>One answer less; saved, it is archived.</summary>
    public void Remove(OptionForm option) => options.Remove(option);

    /// <summary>An answer goes to another place.</summary>
    public void Move(OptionForm option, int place)
    {
        options.Remove(option);
        options.Insert(place, option);
    }

    /// <summary>Takes some fields of another draft; what is typed in all others stays.</summary>
    public void Take(GroupDraft draft, IReadOnlyCollection<string> fields)
    {
        Name = draft.Name;
        Min = fields.Contains("min", StringComparer.Ordinal) ? Number(draft.Min) : Min;
        Max = fields.Contains("max", StringComparer.Ordinal) ? Number(draft.Max) : Max;
        options = fields.Contains("modifiers", StringComparer.Ordinal)
            ? [.. draft.Modifiers.Select(option => new OptionForm(option, currency))]
            : options;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Read(string typed) => int.TryParse(typed, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>One answer while it is edited.</summary>
/// <param name="option">What it begins with.</param>
/// <param name="currency">ISO 4217.</param>
public sealed class OptionForm(ModifierDraft option, string currency)
{
    /// <summary>All but the price.</summary>
    public ModifierDraft Draft { get; set; } = option;

    /// <summary>The price as it was typed; nothing is 0.</summary>
    public string Price { get; set; } = option.Price == Money.Zero ? "" : MoneyText.Of(option.Price, currency);

    /// <summary>Whether the price can be read.</summary>
    public bool IsReadable => Amount is not null;

    /// <summary>What was said so far.</summary>
    public ModifierDraft Said => Draft with { Price = Amount ?? Draft.Price };

    private Money? Amount => Price.Trim().Length == 0 ? Money.Zero : MoneyText.Read(Price, currency);
}

using System.Globalization;
using TableOrder.Core.Menu.Editing;

namespace TableOrder.Web.Manager.Dishes;

/// <summary>A dish while it is edited. Numbers are kept as they were typed: what cannot be read yet is not lost.</summary>
public sealed class DishForm
{
    private readonly string currency;

    /// <param name="draft">What it begins with.</param>
    /// <param name="currency">ISO 4217.</param>
    public DishForm(DishDraft draft, string currency)
    {
        (this.currency, Draft) = (currency, draft);
        Price = MoneyText.Of(draft.Price, currency);
        TaxRate = MoneyText.Percent(draft.TaxRate);
        MinQuantity = Number(draft.MinQuantity);
    }

    /// <summary>All but the numbers that are typed.</summary>
    public DishDraft Draft { get; set; }

    /// <summary>The price as it was typed.</summary>
    public string Price { get; set; }

    /// <summary>The tax rate in per cent, as it was typed.</summary>
    public string TaxRate { get; set; }

    /// <summary>The fewest as it was typed.</summary>
    public string MinQuantity { get; set; }

    /// <summary>The fields that could not be read.</summary>
    public IReadOnlyList<string> Unreadable =>
        [
            .. new (string Field, bool IsRead)[]
            {
                ("price", MoneyText.Read(Price, currency) is not null),
                ("taxRate", MoneyText.ReadPercent(TaxRate) is not null),
                ("minQuantity", Whole(MinQuantity) is not null),
            }
                .Where(number => !number.IsRead)
                .Select(number => number.Field),
        ];

    /// <summary>What was said so far; a number that cannot be read is what it was.</summary>
    public DishDraft Said =>
        Draft with
        {
            Price = MoneyText.Read(Price, currency) ?? Draft.Price,
            TaxRate = MoneyText.ReadPercent(TaxRate) ?? Draft.TaxRate,
            MinQuantity = Whole(MinQuantity) ?? Draft.MinQuantity,
        };

    /// <summary>Takes some fields of another draft; what is typed in all others stays.</summary>
    public void Take(DishDraft draft, IEnumerable<string> fields)
    {
        Draft = draft;
        foreach (var field in fields)
        {
            _ = field switch
            {
                "price" => Price = MoneyText.Of(draft.Price, currency),
                "taxRate" => TaxRate = MoneyText.Percent(draft.TaxRate),
                "minQuantity" => MinQuantity = Number(draft.MinQuantity),
                _ => null,
            };
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Whole(string typed) =>
        int.TryParse(typed, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

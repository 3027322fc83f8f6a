using System.Globalization;
using System.Text.RegularExpressions;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Search;
using TableOrder.Core.Seating;
using TableOrder.Core.Settings;
using TableOrder.Web.Bills;

namespace TableOrder.Web.Manager.History;

/// <summary>
/// Understands what somebody types into the one search field: "#128" or "128번 주문" is a number, "table 7" or "7번" a table, "₩42,500", "42,500원" or "40000-45000" an amount,
/// and everything else a dish in any language, by its initial consonants too. Bare digits can mean several things: then all of them are told. Pure.
/// </summary>
/// <param name="tables">The tables there are.</param>
/// <param name="menu">The menu.</param>
/// <param name="currency">Of all amounts.</param>
public sealed partial class OrderSearch(IReadOnlyList<TableView> tables, MenuSnapshot menu, string currency)
{
    /// <summary>No business day has more orders: what is greater is an amount.</summary>
    private const int GreatestNumber = 9999;

    /// <summary>Bare digits below this, in the currency's own units of thousands of won or of one dollar, are no amount.</summary>
    private const long LeastWholeAmount = 1000;

    /// <summary>So many dishes are offered one by one, and so many together.</summary>
    private const int MostOffered = 6;
    private const int MostTogether = 20;

    /// <summary>All that a text can mean, the likeliest first; empty where it means nothing here.</summary>
    public IReadOnlyList<SearchMeaning> Understand(string? typed)
    {
        var text = WhiteSpace().Replace((typed ?? "").Trim(), " ");
        if (text.Length is 0 or > MenuSearch.LongestQuery)
        {
            return [];
        }

        if (OrderForm().Match(text) is { Success: true } order)
        {
            return Number(order.Groups["n"].Value) is { } number ? [new NumberMeaning(number)] : [];
        }

        if (TableForm().Match(text) is { Success: true } place && Table(place.Groups["n"].Value) is { } table)
        {
            return [table];
        }

        return text.All(char.IsAsciiDigit) ? Digits(text)
            : Table(text) is { } named ? [named, .. Dishes(text)]
            : Amount(text) is { } amount ? [amount]
            : AmountForm().IsMatch(text) ? []
            : Dishes(text);
    }

    /// <summary>A number of a day, a table that is called so, an amount: as many as are likely.</summary>
    private List<SearchMeaning> Digits(string text)
    {
        var meanings = new List<SearchMeaning>();
        if (Number(text) is { } number and <= GreatestNumber)
        {
            meanings.Add(new NumberMeaning(number));
        }

        if (Table(text) is { } table)
        {
            meanings.Add(table);
        }

        var least = Currencies.Digits(currency) == 0 ? LeastWholeAmount : 1;
        if (meanings.Count == 0 || (long.TryParse(text, CultureInfo.InvariantCulture, out var whole) && whole >= least))
        {
            meanings.AddRange(Money(text) is { } amount ? [new AmountMeaning(new AmountRange(amount, amount))] : []);
        }

        return meanings;
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private TableMeaning? Table(string name) =>
        tables.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new TableMeaning(found.Id, found.Name)
            : null;

    private AmountMeaning? Amount(string text)
    {
        var parts = text.Split('-', '–', '—', '~', '～');
        return parts.Length > 2 || Money(parts[0]) is not { } one || Money(parts[^1]) is not { } other ? null
            : one <= other ? new AmountMeaning(new AmountRange(one, other))
            : new AmountMeaning(new AmountRange(other, one));
    }

    private Money? Money(string text) =>
        AmountForm().Match(text.Trim()) is { Success: true } amount ? BillWords.Typed(amount.Groups["n"].Value, currency) : null;

    private List<SearchMeaning> Dishes(string text)
    {
        var found = MenuSearch.Over(menu).Find(text);
        return found.Count < 2
            ? [.. found.Select(dish => new DishMeaning([dish]))]
            : [.. found.Take(MostOffered).Select(dish => new DishMeaning([dish])), new DishMeaning([.. found.Take(MostTogether)])];
    }

    [GeneratedRegex(
        @"^(?:(?:\#|no\.?|order|주문(?:\s*번호)?)\s*\#?(?<n>\d{1,6})\s*번?|(?<n>\d{1,6})\s*번?\s*주문)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OrderForm();

    [GeneratedRegex(
        @"^(?:(?:table|tbl\.?|t|테이블)\s*\#?(?<n>.+?)\s*번?|(?<n>.+?)\s*번(?:\s*테이블)?|(?<n>.+?)\s*테이블)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex TableForm();

    [GeneratedRegex(@"^(?:[₩$€£¥]|krw|usd)?\s*(?<n>\d[\d.,]*)\s*(?:원|won|krw|usd)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AmountForm();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}

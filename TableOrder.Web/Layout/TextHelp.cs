using System.Globalization;
using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Settings;

namespace TableOrder.Web.Layout;

/// <summary>How our types read on a screen, in the language of whoever looks.</summary>
internal static class TextHelp
{
    /// <summary>The two-letter language of this request or circuit.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>A dish's name or other text of the restaurant.</summary>
    public static string Here(this LocalText text) => text.In(Language);

    /// <summary>An amount: 17,000원 in Korean, ₩17,000 elsewhere.</summary>
    public static string Here(this Money amount, string currency)
    {
        var digits = Currencies.Digits(currency);
        var symbol = currency switch
        {
            "KRW" => "₩",
            "JPY" => "¥",
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            _ => currency + " ",
        };
        var number = (amount.Minor / (decimal)Math.Pow(10, digits)).ToString($"N{digits}", CultureInfo.CurrentCulture);
        return string.Equals(currency, "KRW", StringComparison.Ordinal) && string.Equals(Language, "ko", StringComparison.Ordinal)
            ? $"{number}원"
            : symbol + number;
    }

    /// <summary>What a clock shows: 19:02.</summary>
    public static string OnTheWall(this DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Of(this IStringLocalizer<CommonTexts> texts, OrderStatus status) => texts[$"Order_{status}"];

    public static string Of(this IStringLocalizer<CommonTexts> texts, LineStatus status) => texts[$"Line_{status}"];

    public static string Allergen(this IStringLocalizer<CommonTexts> texts, string code) => texts[$"Allergen_{code}"];

    /// <summary>Allergens in a row; a line never begins with the dot between them.</summary>
    public static string Allergens(this IStringLocalizer<CommonTexts> texts, IEnumerable<string> codes) =>
        string.Join("\u00a0· ", codes.Select(code => texts.Allergen(code)));

    /// <summary>A refusal as a sentence that says what to do.</summary>
    public static string Of(this IStringLocalizer<CommonTexts> texts, Refusal refusal)
    {
        var sentence = texts[$"Refusal_{refusal.Code}"];
        return sentence.ResourceNotFound ? texts["Refusal_other"] : sentence;
    }
}

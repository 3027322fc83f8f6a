using Microsoft.Extensions.Localization;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Guest;

/// <summary>What stands in the way of a line, as a sentence.</summary>
internal static class CartWords
{
    /// <summary>Why a line can not be ordered as it is, and what to do.</summary>
    public static string TroubleOf(this IStringLocalizer<GuestTexts> texts, PricedLine line) =>
        line.Trouble switch
        {
            CartTrouble.TooFewLeft => texts["Trouble_TooFewLeft", line.Left ?? 0],
            CartTrouble.BelowMinimum => texts["Trouble_BelowMinimum", line.Dish!.MinQuantity],
            CartTrouble.OptionSoldOut => texts[
                "Trouble_OptionSoldOut",
                string.Join(", ", line.Options.Where(option => option.SoldOut).Select(option => option.Name.Here()))
            ],
            var other => texts[$"Trouble_{other}"],
        };
}

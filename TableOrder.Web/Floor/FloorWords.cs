using Microsoft.Extensions.Localization;
using TableOrder.Core.Calls;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Floor;

/// <summary>How what waiters see reads.</summary>
internal static class FloorWords
{
    /// <summary>A party by its size; where nobody said, that there is one.</summary>
    public static string Party(this IStringLocalizer<FloorTexts> texts, int people) =>
        people switch
        {
            0 => texts["PartyUnknown"],
            1 => texts["PartyOfOne"],
            _ => texts["Party", people],
        };

    /// <summary>What is called for.</summary>
    public static string Of(this IStringLocalizer<CommonTexts> texts, CallKind kind) => texts[$"Call_{kind}"];

    /// <summary>The sign of what is called for.</summary>
    public static string Icon(this CallKind kind) =>
        kind switch
        {
            CallKind.Water => "💧",
            CallKind.Cutlery => "🥢",
            CallKind.Bill => "💳",
            CallKind.Other => "💬",
            _ => "🙋",
        };
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using TableOrder.Core.Carts;

namespace TableOrder.Web.Guest;

/// <summary>How the people at a table are called and told apart.</summary>
internal static class People
{
    /// <summary>The animals of the twelve years: whoever gave no name is one of them.</summary>
    private static readonly string[] Animals = ["🐭", "🐮", "🐯", "🐰", "🐲", "🐍", "🐴", "🐑", "🐵", "🐔", "🐶", "🐷"];

    /// <summary>A nickname, else "Guest 2", else "Staff".</summary>
    public static string NameOf(this IStringLocalizer<GuestTexts> texts, CartShare person) =>
        person.Nickname.Length > 0 ? person.Nickname
        : person.Number is { } number ? texts["GuestNumber", number]
        : texts["StaffName"];

    /// <summary>A sign in place of the name: its first letter, or the guest's animal.</summary>
    public static string SignOf(CartShare person) =>
        person.Nickname.Length > 0 ? StringInfo.GetNextTextElement(person.Nickname).ToUpperInvariant()
        : person.Number is { } number ? Animals[(number - 1) % Animals.Length]
        : "✎";
}

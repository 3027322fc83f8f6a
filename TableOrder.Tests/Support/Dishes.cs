namespace TableOrder.Tests.Support;

/// <summary>Dishes of the demo restaurant that need no choices, by their English names.</summary>
public static class Dishes
{
    /// <summary>Grill, 19,000 won.</summary>
    public const string Pancake = "Seafood Scallion Pancake";

    /// <summary>Grill, 28,000 won, six portions.</summary>
    public const string Shrimp = "Salt-Grilled Shrimp (12 pcs)";

    /// <summary>Stews, 1,000 won.</summary>
    public const string Rice = "Bowl of Rice";

    /// <summary>Bar, 5,500 won.</summary>
    public const string Sorbet = "Peach Sorbet";

    /// <summary>Only carried, 3,000 won.</summary>
    public const string Cola = "Coca-Cola (355 ml)";

    /// <summary>Noodles, sold out.</summary>
    public const string SoldOut = "Black Soybean Cold Noodles";

    /// <summary>Asks how hot, offers options.</summary>
    public const string Tteokbokki = "Moonlight Tteokbokki";

    /// <summary>Grill, at least two; asks how well done.</summary>
    public const string PorkBelly = "Aged Pork Belly (180 g)";
}

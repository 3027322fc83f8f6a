namespace TableOrder.Web.Kitchen;

/// <summary>Where a screen stands among its pages of tickets.</summary>
/// <param name="Page">The page that is looked at, from 0.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Elsewhere">Tickets on the others.</param>
/// <param name="Untouched">Those of them that no human has touched.</param>
public readonly record struct PageStanding(int Page, int Pages, int Elsewhere, int Untouched);

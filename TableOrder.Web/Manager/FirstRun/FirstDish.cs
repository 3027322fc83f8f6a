using TableOrder.Core;

namespace TableOrder.Web.Manager.FirstRun;

/// <summary>A dish as it is first said: the rest can wait.</summary>
/// <param name="Id">Its id: pressed twice it is one dish.</param>
/// <param name="Category">Under which heading, in the house's language.</param>
/// <param name="Name">In the house's language.</param>
/// <param name="Price">Tax included.</param>
/// <param name="IsCooked">Made in the kitchen; else it is only carried.</param>
public sealed record FirstDish(Guid Id, string Category, string Name, Money Price, bool IsCooked);

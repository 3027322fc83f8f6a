using TableOrder.Core;

namespace TableOrder.Web.Manager.History;

/// <summary>Money of a payment that is to go back.</summary>
/// <param name="PaymentId">Which payment.</param>
/// <param name="Amount">How much is proposed; zero: nothing is.</param>
public sealed record GoingBack(Guid PaymentId, Money Amount);

using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core;
using TableOrder.Core.Ordering;
using TableOrder.Core.Stations;

namespace TableOrder.Tests.Kitchen;

/// <summary>What tests of the kitchen's components share: English texts, and a desk that keeps what it was sent.</summary>
public abstract class KitchenScreen : BunitContext
{
    protected KitchenScreen()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System);
    }

    /// <summary>The steps that were sent, in order.</summary>
    protected IList<StepOrder> Sent { get; } = [];

    /// <summary>What the desk answers to a step.</summary>
    protected Func<StepOrder, Outcome<Order>> Desk { get; set; } = _ => new Refusal(Refusal.Busy);

    protected Task<Outcome<Order>> SendAsync(StepOrder step)
    {
        Sent.Add(step);
        return Task.FromResult(Desk(step));
    }
}

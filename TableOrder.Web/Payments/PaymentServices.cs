using TableOrder.Core.Billing;

namespace TableOrder.Web.Payments;

/// <summary>The providers by which guests can pay. Another one is one more line here.</summary>
internal static class PaymentServices
{
    /// <summary>Adds those that are configured; without any, guests pay the staff.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services, RedirectOptions? redirect)
    {
        if (redirect is not null)
        {
            services.AddSingleton<IPaymentProvider>(s => new RedirectProvider(redirect, s.GetRequiredService<ILogger<RedirectProvider>>()));
        }

        return services;
    }
}

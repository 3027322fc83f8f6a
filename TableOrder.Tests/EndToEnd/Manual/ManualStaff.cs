using Microsoft.Extensions.DependencyInjection;
using TableOrder.Core.Access;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.EndToEnd.Manual;

/// <summary>Who works in the manual's restaurant, with accounts of their own and a device that is signed in.</summary>
internal sealed record ManualStaff(Actor Manager, IReadOnlyList<Actor> Waiters)
{
    private const string Pin = "824613";

    public static async Task<ManualStaff> HireAsync(IServiceProvider services)
    {
        var access = services.GetRequiredService<AccessDesk>();
        var manager = (await access.SignInAsync(Actor.Nobody, "manager", HostedApp.ManagerPassword, "Chrome, Windows")).Value;
        var waiters = new List<Actor>();
        foreach (var (name, device) in new[] { ("Seoyeon", "Samsung Internet, Android"), ("Junho", "Safari, iPhone") })
        {
            (await services.GetRequiredService<StaffDesk>().AddAsync(manager, new AddStaff(name, Role.Floor, Pin))).Refusal.Should().BeNull();
            waiters.Add((await access.SignInAsync(Actor.Nobody, name, Pin, device)).Value);
        }

        var kitchen = (await services.GetRequiredService<StaffReader>().ListAsync(manager)).Value.Single(one => one.Role == Role.Kitchen);
        var devices = services.GetRequiredService<DeviceDesk>();
        var link = (await devices.AddAsync(manager, new AddDevice("Grill tablet", kitchen.Id))).Value;
        (await devices.EnrolAsync(Actor.Nobody with { Device = "Chrome, Android" }, link.Code)).Refusal.Should().BeNull();
        return new ManualStaff(manager, waiters);
    }
}

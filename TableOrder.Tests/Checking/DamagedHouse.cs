using TableOrder.Core;
using TableOrder.Core.Calls;
using TableOrder.Core.Ordering;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Checking;

/// <summary>A house with two orders, the first of which is at version 3, and a call that was answered after 42 seconds, and somebody who changes its rows behind the app's back.</summary>
public abstract class DamagedHouse : HouseTests
{
    protected const string First = "(SELECT id FROM orders WHERE number = 1)";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var guest = await House.SeatAsync(7);
        var first = await House.OrderAsync(guest, Dishes.Pancake, Dishes.Sorbet, Dishes.Cola);
        await House.OrderAsync(guest, Dishes.Pancake, Dishes.Cola);
        await House.Orders.StepAsync(House.Kitchen, new StepOrder(first.Id, LineStatus.Preparing) { Station = "grill" });
        House.Clock.Now = House.Clock.Now.AddSeconds(60);
        await House.Orders.StepAsync(House.Kitchen, new StepOrder(first.Id, LineStatus.Ready) { Station = "grill" });
        var call = (await House.CallDesk.CallAsync(guest, new CallStaff(CallKind.Water))).Value.Call;
        House.Clock.Now = House.Clock.Now.AddSeconds(42);
        await House.CallDesk.ConfirmAsync(House.Floor, call.Id);
    }

    protected async Task ShouldNameAsync(string sql, string line)
    {
        Recount.ShouldAgree(House);

        (await House.Writer.RunAsync<int>(tx => tx.Session.Execute(sql))).Value.Should().BePositive();

        var report = Recount.Check(House);
        report.AllAgree.Should().BeFalse();
        report.Disagreements.Should().ContainMatch(line);
        report.Count.Should().Be(report.Disagreements.Count);
    }
}

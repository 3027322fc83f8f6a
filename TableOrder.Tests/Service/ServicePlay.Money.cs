using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Ordering;

namespace TableOrder.Tests.Service;

/// <summary>What is given off, paid and given back.</summary>
internal sealed partial class ServicePlay
{
    private readonly List<DayReport> counts = [];

    private async Task DiscountAsync(ServiceMove move)
    {
        if (Party(move) is not { } party)
        {
            return;
        }

        var before = (await BillAsync(party.Id)).Value.Sums;
        var give = new GiveDiscount(party.Id, "for a test");
        give = (move.What % 3) switch
        {
            0 => give with { Percent = (move.Many % 100) + 1 },
            1 => give with { Amount = new Money((move.Many * 37) + 1) },
            _ => give with { Amount = before.Due > Money.Zero ? Money.Min(before.Due, before.Net) : new Money(1) }, // the rest is on the house
        };
        var given = await house.Payments.DiscountAsync(house.Manager, give);
        if (given.Refusal is { } refusal)
        {
            refusal.Code.Should().Be(BillRefusal.OverDiscounted);
            return;
        }

        var after = (await BillAsync(party.Id)).Value.Sums;
        (before.Net - after.Net).Should().Be(given.Value.Amount);
        (before.Due - after.Due).Minor.Should().BeGreaterThanOrEqualTo(given.Value.Amount.Minor);
    }

    /// <summary>A manager takes something back that was given off: whole, once, and never more than stands of it.</summary>
    private async Task TakeBackAsync(ServiceMove move)
    {
        if (Party(move) is not { } party || (await BillAsync(party.Id)).Value is not { Discounts.Count: > 0 } bill)
        {
            return;
        }

        var chosen = bill.Discounts[move.What % bill.Discounts.Count];
        var wish = new TakeBackDiscount(party.Id, chosen.Id, "for a test");
        var back = await house.Get<DiscountDesk>().TakeBackAsync(house.Manager, wish);
        (back.Refusal?.Code).Should().Be(chosen.Kind == DiscountKind.Given ? null : BillRefusal.NotGiven);
        var after = (await BillAsync(party.Id)).Value;
        if (back.Refusal is not null || bill.IsTakenBack(chosen))
        {
            after.Should().BeEquivalentTo(bill);
            return;
        }

        after.IsTakenBack(chosen).Should().BeTrue();
        var more = (after.Sums.Net - bill.Sums.Net).Minor;
        more.Should().BeInRange(0, chosen.Amount.Minor);
        (chosen.Amount.Minor - more).Should().BeLessThanOrEqualTo(bill.Lapsed.Minor, "but for what had lapsed it is due again");
        after.Sums.Due.Should().BeGreaterThanOrEqualTo(bill.Sums.Due);
        (await house.Get<DiscountDesk>().TakeBackAsync(house.Manager, wish)).Value.Id.Should().Be(back.Value.Id, "a second press does nothing");
    }

    /// <summary>Somebody counts the drawer of today or of the day before: once for each.</summary>
    private async Task CountAsync(ServiceMove move)
    {
        var today = (await house.Get<DayReportReader>().GetAsync(house.Manager)).Value.Day;
        var view = (await house.Get<DayReportReader>().GetAsync(house.Manager, today.AddDays(-(move.Table % 2)))).Value;
        var expected = new Money(move.What) + view.Totals.Moved.Cash;
        var counted = new Money(Math.Max(0, expected.Minor + (move.Other % 3) - 1));
        var count = new CountDay(view.Day, new Money(move.What), counted, expected, "for a test");
        var reports = await Task.WhenAll(
            house.Get<DayReportDesk>().CountAsync(house.Manager, count),
            house.Get<DayReportDesk>().CountAsync(house.Manager, count)
        );
        var written = reports.Where(report => report.Refusal is null).ToList();
        written.Should().HaveCount(view.Report is null ? 1 : 0, "a day is counted once, whoever presses");
        reports.Should().OnlyContain(report => report.Refusal == null || report.Refusal.Code == BillRefusal.DayCounted);
        counts.AddRange(written.Select(report => report.Value));
    }

    /// <summary>What was counted stays as it was; what moved since stands beside it, and both are what moved on that day.</summary>
    private async Task ReportsStayAsync()
    {
        foreach (var counted in counts)
        {
            var view = (await house.Get<DayReportReader>().GetAsync(house.Manager, counted.Day)).Value;
            view.Report.Should().BeEquivalentTo(counted);
            (counted.Totals.Moved.Taken + view.Since!.Taken).Should().Be(view.Totals.Moved.Taken);
            (counted.Totals.Moved.GivenBack + view.Since.GivenBack).Should().Be(view.Totals.Moved.GivenBack);
            (counted.Totals.Moved.Cash + view.Since.Cash).Should().Be(view.Totals.Moved.Cash);
        }
    }

    /// <summary>Somebody pays their part: evenly, by items and parts of items, by an amount, or more than is due.</summary>
    private async Task PayAsync(ServiceMove move)
    {
        if (Party(move) is not { } party)
        {
            return;
        }

        var bill = (await BillAsync(party.Id)).Value;
        var people = (move.Other % 4) + 1;
        var picked = bill.Lines.Where((_, i) => (move.What >> i) % 2 == 1).Select(line => new PickedPart(line.Id, line.UnitsLeft, people)).ToList();
        var (amount, labels) = (move.Many % 4) switch
        {
            0 => (Split.Evenly(bill.Owed, people)[0], []),
            1 => (Split.OfItems(bill, picked), Split.Labels(picked)),
            2 => (new Money((move.What * 13) + 1), []),
            _ => (bill.Owed, (IReadOnlyList<PaidLine>)[]),
        };
        var take = new TakePayment(Guid.NewGuid(), party.Id, amount, Payment.Cash) { Lines = labels };
        var taken = await house.Payments.TakeAsync(house.Floor, take);
        (taken.Refusal?.Code)
            .Should()
            .Be(
                amount <= Money.Zero ? Refusal.Invalid
                : amount > bill.Sums.Due ? BillRefusal.Overpaid
                : null
            );
        if (taken.Refusal is null)
        {
            ledger.Paid(party.Id, amount);
            var again = await house.Payments.TakeAsync(house.Floor, take);
            again.Value.Should().BeEquivalentTo(new { Created = false, Payment = new { taken.Value.Payment.Id } });
        }
    }

    private async Task BackAsync(ServiceMove move, bool isVoid)
    {
        if (Party(move) is not { } party || (await BillAsync(party.Id)).Value is not { Payments.Count: > 0 } bill)
        {
            return;
        }

        var payment = bill.Payments[move.What % bill.Payments.Count];
        var amount = isVoid ? payment.Amount : new Money((move.Many * 29) + 1);
        var back = isVoid
            ? await house.Payments.VoidAsync(house.Manager, new VoidPayment(Guid.NewGuid(), payment.Id, "for a test"))
            : await house.Payments.RefundAsync(house.Manager, new RefundPayment(Guid.NewGuid(), payment.Id, amount, "for a test"));
        if (back.Refusal is { } refusal)
        {
            refusal.Code.Should().BeOneOf(BillRefusal.OverRefunded, Refusal.NotFound);
            return;
        }

        ledger.Refunded(party.Id, amount);
        var after = (await BillAsync(party.Id)).Value.Sums;
        after
            .Due.Minor.Should()
            .Be(
                isVoid ? (bill.Sums.Due + amount).Minor
                    : bill.Sums.Due < Money.Zero ? Math.Min(0, (bill.Sums.Due + amount).Minor)
                    : bill.Sums.Due.Minor,
                "what is void is due again, and what is given back is not"
            );
    }
}

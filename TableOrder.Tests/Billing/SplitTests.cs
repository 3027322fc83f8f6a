using FsCheck;
using FsCheck.Fluent;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Core.Seating;

namespace TableOrder.Tests.Billing;

/// <summary>Parts that are the whole again, to the last won.</summary>
public sealed class SplitTests
{
    [Fact]
    public void Parts_are_the_whole_and_each_is_its_exact_share_rounded_up_or_down()
    {
        var weights = Gen.Choose(0, 100_000).Select(weight => (long)weight).ListOf(7).Select(list => list.ToArray());
        var property = Prop.ForAll(
            Arb.From(Gen.Choose(0, int.MaxValue)),
            Arb.From(weights),
            (whole, shares) =>
            {
                var parts = Split.Allocate(new Money(whole), shares);
                parts.Sum(part => part.Minor).Should().Be(whole);
                parts.Should().HaveCount(shares.Length);
                var sum = shares.Sum();
                foreach (var (part, share) in parts.Zip(shares))
                {
                    var exact = sum == 0 ? whole / (decimal)shares.Length : whole * (decimal)share / sum;
                    Math.Abs(part.Minor - exact).Should().BeLessThan(1);
                }
            }
        );

        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whoever_lost_most_by_rounding_gets_the_won_that_is_left_and_of_equals_the_first()
    {
        Split.Allocate(new Money(10), [1, 1, 1]).Should().Equal(new Money(4), new Money(3), new Money(3));
        Split.Allocate(new Money(100), [1, 2, 4]).Should().Equal(new Money(14), new Money(29), new Money(57));
        Split.Allocate(new Money(5), [0, 0]).Should().Equal(new Money(3), new Money(2));
        Split.Allocate(Money.Zero, [3, 4]).Should().Equal(Money.Zero, Money.Zero);
        Split.Allocate(new Money(5), []).Should().BeEmpty();
        Split.Evenly(new Money(1), 3).Should().Equal(new Money(1), Money.Zero, Money.Zero);
    }

    [Fact]
    public void What_cannot_be_parted_is_a_bug_and_says_so()
    {
        ((Action)(() => Split.Allocate(new Money(-1), [1]))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => Split.Allocate(new Money(1), [-1, 2]))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => Split.Evenly(new Money(1), 0))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Three_people_share_three_bottles_and_a_stew_and_the_last_pays_what_is_left()
    {
        var (soju, stew) = (Line(5000, quantity: 3), Line(10_000));
        var bill = Bill(25_000, soju, stew);

        var first = Split.OfItems(bill, [new PickedPart(soju.Id, 3, SharedBy: 3), new PickedPart(stew.Id, 1, SharedBy: 3)]);
        first.Should().Be(new Money(5000 + 3334));
        Split.Labels([new PickedPart(soju.Id, 3, SharedBy: 3), new PickedPart(stew.Id, 1, SharedBy: 3)]).Should().Equal(new PaidLine(soju.Id, 1));

        // The same again for the second; the third pays all that is left.
        var (sojuLeft, paid) = (soju with { UnitsLeft = 2 }, first);
        bill = Bill(25_000, sojuLeft, stew) with { Payments = [], Sums = bill.Sums with { Paid = paid } };
        var second = Split.OfItems(bill, [new PickedPart(soju.Id, 2, SharedBy: 2), new PickedPart(stew.Id, 1, SharedBy: 3)]);
        second.Should().Be(new Money(5000 + 3334));
        bill = bill with
        {
            Lines = [soju with { UnitsLeft = 1, Payable = new Money(15_000) }, bill.Lines[1]],
            Sums = bill.Sums with { Paid = paid + second },
        };
        Split.OfItems(bill, [new PickedPart(soju.Id, 1), new PickedPart(stew.Id, 1)]).Should().Be(new Money(25_000) - first - second);
    }

    [Fact]
    public void Items_come_to_what_they_cost_after_discounts_and_service()
    {
        var (beef, rice) = (Line(30_000), Line(1000, quantity: 2));
        var bill = Bill(28_800, beef, rice);

        Split.OfItems(bill, [new PickedPart(beef.Id, 1)]).Should().Be(new Money(27_000));
        Split.OfItems(bill, [new PickedPart(rice.Id, 1)]).Should().Be(new Money(900));
        Split.OfItems(bill, [new PickedPart(beef.Id, 1), new PickedPart(rice.Id, 2)]).Should().Be(bill.Owed);
        Split.OfItems(bill, [new PickedPart(Guid.NewGuid(), 1)]).Should().Be(Money.Zero, "a line that is gone");
    }

    [Fact]
    public void Tax_is_taken_out_once_for_each_rate_and_rounded_half_up()
    {
        var lines = BillRule.Share(Sums(33_005), [Line(11_000, rate: 1000), Line(22_000, rate: 1000), Line(5, rate: 0)]);

        BillRule.Taxes(lines).Should().Equal(new BillTax(1000, new Money(30_000), new Money(3000)), new BillTax(0, new Money(5), Money.Zero));
        BillRule.Taxes(BillRule.Share(Sums(6), [Line(6, rate: 1000)])).Should().Equal(new BillTax(1000, new Money(5), new Money(1)));
        BillRule.Taxes(BillRule.Share(Sums(5), [Line(5, rate: 1000)])).Should().Equal(new BillTax(1000, new Money(5), Money.Zero));
    }

    private static BillSums Sums(long total) => new(new Money(total), Money.Zero, Money.Zero, 0, Money.Zero, Money.Zero);

    private static Bill Bill(long total, params BillLine[] lines)
    {
        var subtotal = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Total);
        var sums = new BillSums(subtotal, subtotal - new Money(total), Money.Zero, 0, Money.Zero, Money.Zero);
        return new Bill
        {
            SeatingId = Guid.NewGuid(),
            TableName = "7",
            IsOpen = true,
            Version = 1,
            Currency = "KRW",
            Sums = sums,
            Lines = BillRule.Share(sums, lines),
            Taxes = [],
            Discounts = [],
            Payments = [],
            Held = Money.Zero,
        };
    }

    private static BillLine Line(long price, int quantity = 1, int rate = 1000) =>
        new()
        {
            Id = Guid.NewGuid(),
            OrderId = Guid.NewGuid(),
            OrderNumber = 1,
            OrderedAt = DateTimeOffset.UnixEpoch,
            Device = "phone",
            ByStaff = false,
            Guest = null,
            Name = LocalText.Same("dish"),
            Modifiers = [],
            UnitPrice = new Money(price),
            Quantity = quantity,
            TaxRate = rate,
            Cancelled = [],
            UnitsLeft = quantity,
        };
}

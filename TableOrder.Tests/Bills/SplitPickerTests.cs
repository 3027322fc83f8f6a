using Bunit;
using TableOrder.Core;
using TableOrder.Core.Billing;
using TableOrder.Tests.Guest;
using TableOrder.Web.Bills;
using static TableOrder.Tests.Bills.PartyBills;

namespace TableOrder.Tests.Bills;

public sealed class SplitPickerTests : GuestScreen
{
    private readonly BillLine soju = Line("Soju", 5000, 3);
    private readonly BillLine pork = Line("Pork", 17000, guest: "Mina");
    private readonly BillLine rice = Line("Rice", 1001, guest: "Mina, Jun");
    private readonly List<ChosenPart> chosen = [];

    [Fact]
    public void All_of_it_is_what_is_due()
    {
        var picker = Show(Of([soju, pork]));

        Part(picker).Should().Be("₩32,000");
        picker.FindAll(".part small").Should().BeEmpty("nothing is left then");
        Take(picker).Amount.Minor.Should().Be(32000);
    }

    [Fact]
    public void Evenly_the_last_pays_exactly_what_is_left_because_whoever_has_paid_shares_no_more()
    {
        List<Payment> paid = [];
        BillLine[] lines = [Line("Set", 10000)];
        var picker = Show(Of(lines), people: 3);
        picker.Find("[data-mode=Evenly] input").Change(true);
        foreach (var part in new[] { 3334L, 3333, 3333 })
        {
            var taken = Take(picker).Amount.Minor;
            taken.Should().Be(part);
            paid.Add(Paid(taken));
            picker.Render(parameters => parameters.Add(p => p.Bill, Of(lines, [.. paid])));
        }

        Part(picker).Should().Be("₩0");
        picker.Find(".take").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public void Whoever_looks_when_two_of_three_have_paid_evenly_is_offered_the_rest()
    {
        var picker = Show(Of([Line("Set", 10000)], Paid(3334), Paid(3333)), people: 3);

        picker.Find("[data-mode=Evenly] input").Change(true);

        Part(picker).Should().Be("₩3,333");
    }

    [Fact]
    public void Of_three_bottles_that_three_share_one_is_everybodys_and_a_third_of_a_dish_is_no_label()
    {
        var picker = Show(Of([soju, pork]));
        picker.Find("[data-mode=Items] input").Change(true);

        Press(picker, soju, ".stepper button:last-child", 3);
        Press(picker, soju, ".shared .stepper button:last-child", 2);
        Press(picker, pork, ".stepper button:last-child", 1);
        Press(picker, pork, ".shared .stepper button:last-child", 2);

        var part = Take(picker);
        part.Amount.Minor.Should().Be(5000 + 5667);
        part.Left.Minor.Should().Be(32000 - 10667);
        part.Lines.Should().Equal(new PaidLine(soju.Id, 1));
        part.Picks.Should().Equal(new PickedPart(soju.Id, 3, 3), new PickedPart(pork.Id, 1, 3));
    }

    [Fact]
    public void What_I_ordered_is_one_press_and_what_two_ordered_together_is_halved()
    {
        var picker = Show(Of([soju, pork, rice]), me: "Mina");
        picker.Find("[data-mode=Items] input").Change(true);

        picker.Find(".mine").Click();

        Part(picker).Should().Be("₩17,501");
    }

    [Fact]
    public void What_somebody_else_pays_meanwhile_is_taken_out_of_the_choice_and_all_else_stays()
    {
        var picker = Show(Of([soju, pork]));
        picker.Find("[data-mode=Items] input").Change(true);
        Press(picker, soju, ".stepper button:last-child", 3);
        Press(picker, pork, ".stepper button:last-child", 1);

        picker.Render(parameters => parameters.Add(p => p.Bill, Of([soju, pork], Paid(10000, new PaidLine(soju.Id, 2)))));

        Take(picker).Picks.Should().Equal(new PickedPart(soju.Id, 1), new PickedPart(pork.Id, 1));
        Part(picker).Should().Be("₩22,000");
    }

    [Theory]
    [InlineData("12,000", 12000)]
    [InlineData("32000", 32000)]
    [InlineData("32001", 0)]
    [InlineData("-5", 0)]
    [InlineData("1.5", 0)]
    [InlineData("much", 0)]
    [InlineData("0", 0)]
    [InlineData("99999999999999999999", 0)]
    public void An_amount_is_from_one_to_what_is_due(string typed, long amount)
    {
        var picker = Show(Of([soju, pork]));
        picker.Find("[data-mode=Amount] input").Change(true);

        picker.Find(".amount input").Input(typed);

        picker.Find(".part").GetAttribute("data-amount").Should().Be($"{amount}");
        picker.Find(".take").HasAttribute("disabled").Should().Be(amount == 0);
        picker.Find(".amount input").HasAttribute("aria-invalid").Should().Be(amount == 0);
    }

    [Fact]
    public void The_same_part_pressed_twice_is_one_request_and_another_part_is_another()
    {
        var picker = Show(Of([soju, pork]));
        var first = Take(picker).RequestId;
        Take(picker).RequestId.Should().Be(first);

        picker.Find("[data-mode=Evenly] input").Change(true);
        Take(picker).RequestId.Should().NotBe(first);
        picker.Find("[data-mode=All] input").Change(true);
        picker.Render(parameters => parameters.Add(p => p.Bill, Of([soju, pork], Paid(10))));
        Take(picker).RequestId.Should().NotBe(first);
    }

    private IRenderedComponent<SplitPicker> Show(Bill bill, int people = 2, string me = "") =>
        Render<SplitPicker>(parameters =>
            parameters.Add(p => p.Bill, bill).Add(p => p.People, people).Add(p => p.Me, me).Add(p => p.OnChosen, chosen.Add)
        );

    private ChosenPart Take(IRenderedComponent<SplitPicker> picker)
    {
        picker.Find(".take").Click();
        return chosen[^1];
    }

    private static void Press(IRenderedComponent<SplitPicker> picker, BillLine line, string button, int times)
    {
        for (var i = 0; i < times; i++)
        {
            picker.Find($"[data-line='{line.Id}'] {button}").Click();
        }
    }

    private static string Part(IRenderedComponent<SplitPicker> picker) => picker.Find(".part b").TextContent;
}

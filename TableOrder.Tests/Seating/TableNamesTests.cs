using TableOrder.Core.Seating;

namespace TableOrder.Tests.Seating;

public sealed class TableNamesTests
{
    [Theory]
    [InlineData("12", "15", "12 13 14 15")]
    [InlineData("A1", "A3", "A1 A2 A3")]
    [InlineData("08", "11", "08 09 10 11")]
    [InlineData("9", "11", "9 10 11")]
    [InlineData("7", "7", "7")]
    [InlineData(" 창가 ", null, "창가")]
    [InlineData("3", "", "3")]
    public void A_row_of_names_counts_up(string first, string? last, string expected) =>
        TableNames.Row(first, last).Value.Should().Equal(expected.Split(' '));

    [Theory]
    [InlineData("", "5")]
    [InlineData("5", "4")]
    [InlineData("A1", "B3")]
    [InlineData("A", "C")]
    [InlineData("1", "101")]
    [InlineData("1", "99999999999999999999")]
    public void What_does_not_count_up_is_refused(string first, string last) => TableNames.Row(first, last).Refusal!.Code.Should().Be("invalid");
}

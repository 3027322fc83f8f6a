using TableOrder.Core.Feed;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Seating;

/// <summary>A guest says later what the others shall call them.</summary>
public sealed class NicknameTests : HouseTests
{
    [Theory]
    [InlineData("준호", "준호")]
    [InlineData("  준호\u0007 ", "준호")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    public async Task A_guest_says_their_name_and_the_table_hears_of_it(string said, string expected)
    {
        var guest = await House.SeatAsync(7, nickname: "");
        var watched = SeatingReader.Watched(guest.SeatingId!.Value);
        var before = await House.Topics.VersionAsync(watched);

        (await House.Seatings.NameAsync(guest, said)).Value.Should().Be(expected);

        (await House.Tables.MineAsync(guest)).Value.Nickname.Should().Be(expected);
        (await House.Topics.VersionAsync(watched)).Should().BeGreaterThan(before);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u202E ")]
    [InlineData("123456789012345678901")]
    public async Task A_name_has_1_to_20_characters(string? said)
    {
        var guest = await House.SeatAsync(7);

        (await House.Seatings.NameAsync(guest, said)).Refusal!.Errors.Should().ContainKey("nickname");

        (await House.Tables.MineAsync(guest)).Value.Nickname.Should().Be("민지");
    }

    [Fact]
    public async Task Nobody_is_named_at_a_table_that_was_closed_nor_at_another_party_s()
    {
        var (guest, other) = (await House.SeatAsync(7), await House.SeatAsync(8));
        (await House.Seatings.NameAsync(guest with { SeatingId = other.SeatingId }, "x"))
            .Refusal.Should()
            .BeNull("it is one's own name, wherever one says to sit");
        House.Ask("SELECT count(*) FROM guests WHERE nickname = 'x' AND seating_id = $1", other.SeatingId).Should().Be(0);
        (await House.Seatings.NameAsync(House.Manager, "x")).Refusal!.Code.Should().Be("forbidden");
        await House.CloseAsync(guest.SeatingId!.Value);

        (await House.Seatings.NameAsync(guest, "x")).Refusal!.Code.Should().Be("seating_closed");
    }
}

using System.Buffers.Text;
using TableOrder.Core.Seating;

namespace TableOrder.Tests.Seating;

public sealed class JoinCodeTests
{
    private const string Secret = "abcdefghijklmnopqrstuv";
    private static readonly Guid Seating = new("0197a6f2-6f5e-7c31-9a57-0e6d2f0f6c11");

    /// <summary>The first moment of a window.</summary>
    private static readonly DateTimeOffset Begun = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    private static readonly string Code = JoinCode.Make(Seating, Secret, Begun);

    [Theory]
    [InlineData(-0.001, false)]
    [InlineData(0, true)]
    [InlineData(59.999, true)]
    [InlineData(60, true)]
    [InlineData(119.999, true)]
    [InlineData(120, false)]
    public void A_code_counts_in_its_own_window_and_the_one_after_it(double seconds, bool expected) =>
        JoinCode.Counts(Code, Secret, Begun.AddSeconds(seconds)).Should().Be(expected);

    [Theory]
    [InlineData(0, 60)]
    [InlineData(59.999, 60)]
    [InlineData(60, 120)]
    public void The_next_one_comes_with_the_minute(double seconds, double next)
    {
        JoinCode.NextAt(Begun.AddSeconds(seconds)).Should().Be(Begun.AddSeconds(next));
        JoinCode.Make(Seating, Secret, Begun.AddSeconds(next)).Should().NotBe(JoinCode.Make(Seating, Secret, Begun.AddSeconds(seconds)));
    }

    [Fact]
    public void Within_a_minute_it_is_the_same() => JoinCode.Make(Seating, Secret, Begun.AddSeconds(59)).Should().Be(Code);

    [Fact]
    public void It_is_38_characters_that_are_safe_in_an_address_and_names_its_seating()
    {
        Code.Should().MatchRegex("^[A-Za-z0-9_-]{38}$");
        JoinCode.SeatingOf(Code).Should().Be(Seating);
        TableToken.IsWellFormed(Code).Should().BeFalse("a table's token and a seating's code are told apart by their length");
    }

    [Fact]
    public void Another_seating_s_secret_makes_another_code() =>
        JoinCode.Counts(JoinCode.Make(Seating, "vutsrqponmlkjihgfedcba", Begun), Secret, Begun).Should().BeFalse();

    [Fact]
    public void A_seal_fits_no_other_seating()
    {
        var other = JoinCode.Make(Guid.NewGuid(), Secret, Begun);
        var (mine, theirs) = (Base64Url.DecodeFromChars(Code), Base64Url.DecodeFromChars(other));

        JoinCode.Counts(Base64Url.EncodeToString([.. theirs[..16], .. mine[16..]]), Secret, Begun).Should().BeFalse();
    }

    [Fact]
    public void Every_bit_of_it_matters()
    {
        var bytes = Base64Url.DecodeFromChars(Code);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            JoinCode.Counts(Base64Url.EncodeToString(changed), Secret, Begun).Should().BeFalse();
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1; -- 6789012345678901234567890")]
    public void Nonsense_is_no_code(string? text)
    {
        JoinCode.SeatingOf(text).Should().BeNull();
        JoinCode.Counts(text, Secret, Begun).Should().BeFalse();
    }
}

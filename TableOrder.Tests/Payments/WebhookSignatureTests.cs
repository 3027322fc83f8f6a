using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TableOrder.Web.Payments;

namespace TableOrder.Tests.Payments;

public sealed class WebhookSignatureTests
{
    /// <summary>The vector that the Standard Webhooks' own libraries are tested with.</summary>
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Body = """{"test": 2432232314}""";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void The_standard_s_own_message_is_believed() => Verify().Should().BeTrue();

    [Fact]
    public void The_secret_may_stand_without_its_prefix() => Verify(secret: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").Should().BeTrue();

    [Fact]
    public void Another_secret_signs_nothing() => Verify(secret: "whsec_" + Convert.ToBase64String(new byte[32])).Should().BeFalse();

    [Theory]
    [InlineData(299, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void A_message_is_believed_for_five_minutes_before_and_after(int seconds, bool expected) =>
        Verify(now: Then + TimeSpan.FromSeconds(seconds)).Should().Be(expected);

    [Theory]
    [InlineData("""{"test": 2432232315}""")]
    [InlineData("""{"test": 2432232314} """)]
    [InlineData("")]
    public void What_was_changed_on_the_way_is_not_believed(string body) => Verify(body: body).Should().BeFalse();

    [Fact]
    public void Neither_is_another_id_or_another_time()
    {
        Verify(id: "msg_other").Should().BeFalse();
        Verify(time: "1614265331").Should().BeFalse();
    }

    [Theory]
    [InlineData("v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= " + Signature)]
    [InlineData(Signature + " v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== " + Signature)]
    public void One_signature_of_several_is_enough(string signatures) => Verify(signature: signatures).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("v1,")]
    [InlineData("v1,AAAA")]
    [InlineData("v1,not base64")]
    [InlineData("v1")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=,v1,AAAA")]
    public void What_is_no_signature_signs_nothing(string signature) => Verify(signature: signature).Should().BeFalse();

    [Theory]
    [InlineData("webhook-id")]
    [InlineData("webhook-timestamp")]
    [InlineData("webhook-signature")]
    public void Without_one_of_its_headers_it_is_no_message(string missing) => Verify(missing: missing).Should().BeFalse();

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("-1614265330")]
    [InlineData("1614265330.0")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    public void A_time_that_is_none_is_not_believed_even_if_it_was_signed(string time)
    {
        var mac = HMACSHA256.HashData(WebhookSignature.ReadSecret(Secret)!, Encoding.UTF8.GetBytes($"{Id}.{time}.{Body}"));

        Verify(time: time, signature: $"v1,{Convert.ToBase64String(mac)}").Should().BeFalse();
    }

    [Theory]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64")]
    [InlineData("c2hvcnQ=")]
    public void A_secret_that_is_none_or_short_is_not_taken(string secret) => WebhookSignature.ReadSecret(secret).Should().BeNull();

    private static bool Verify(
        string secret = Secret,
        string id = Id,
        string? time = null,
        string signature = Signature,
        string body = Body,
        string? missing = null,
        DateTimeOffset? now = null
    )
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["webhook-id"] = id,
            ["webhook-timestamp"] = time ?? Then.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["webhook-signature"] = signature,
        };
        headers.Remove(missing ?? "");
        return WebhookSignature.Verify(
            WebhookSignature.ReadSecret(secret)!,
            name => headers.GetValueOrDefault(name),
            Encoding.UTF8.GetBytes(body),
            now ?? Then
        );
    }
}

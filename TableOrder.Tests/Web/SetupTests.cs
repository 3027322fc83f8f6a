using Microsoft.Extensions.Configuration;
using TableOrder.Core.Opening;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;
using TableOrder.Web;
using TableOrder.Web.Start;

namespace TableOrder.Tests.Web;

public sealed class SetupTests
{
    private const string Secret = "whsec_VGhlIHRlc3RzIHNpZ24gd2l0aCB0aGlzIHNlY3JldA==";

    [Fact]
    public void Without_any_setting_the_defaults_hold()
    {
        var setup = Setup.Read(new ConfigurationBuilder().Build());

        setup.Storage.ConnectionString.Should().Be("Data Source=data/tableorder.db");
        setup.KeyFolder.Should().Be(Path.GetFullPath("data/keys"));
        (setup.Demo, setup.Simulate, setup.PublicUrl, setup.Kitchen.Expo).Should().Be((true, false, null, true));
        setup.FirstStart.Currency.Should().Be("KRW");
        setup.FirstStart.BusinessDayStartsAt.Should().Be(new TimeOnly(5, 0));
        setup.FirstStart.Languages.Should().Equal("ko", "en");
    }

    [Fact]
    public void A_house_may_have_nobody_at_the_pass()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Kitchen:Expo", "false")]).Build();

        Setup.Read(configuration).Kitchen.Expo.Should().BeFalse();
    }

    [Theory]
    [InlineData(null, TableOpening.Automatic)]
    [InlineData("", TableOpening.Automatic)]
    [InlineData("Automatic", TableOpening.Automatic)]
    [InlineData("staff", TableOpening.Staff)]
    public void Who_opens_a_table_is_the_house_s_choice(string? setting, TableOpening expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Guests:TableOpening", setting)]).Build();

        Setup.Read(configuration).Guests.Opening.Should().Be(expected);
    }

    [Theory]
    [InlineData("https://eat.example", true)]
    [InlineData("http://localhost:5080", false)]
    [InlineData(null, false)]
    public void A_restaurant_is_public_where_its_links_lead_elsewhere(string? url, bool expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Restaurant:PublicUrl", url)]).Build();

        Setup.Read(configuration).IsPublic.Should().Be(expected);
    }

    [Theory]
    [InlineData("https://pay.example", "https://pay.example")]
    [InlineData(" http://localhost:5090/ ", "http://localhost:5090")]
    [InlineData("https://pay.example/api/v2/", "https://pay.example/api/v2")]
    public void A_provider_is_configured_by_its_address_a_key_and_a_secret(string url, string expected)
    {
        var setup = Setup.Read(Payments(url, "key", Secret));

        setup.Payments.Should().BeEquivalentTo(new { Url = expected, Key = "key" });
        setup.Payments!.Secret.Should().HaveCount(31);
        $"{setup.Payments}".Should().Be(expected, "what is secret is not for logs");
    }

    [Fact]
    public void Without_one_guests_pay_the_staff() => Setup.Read(Payments("", " ", null)).Payments.Should().BeNull();

    [Theory]
    [InlineData("https://pay.example", "key", null, "Payments:Secret")]
    [InlineData("https://pay.example", null, Secret, "Payments:Key")]
    [InlineData(null, "key", Secret, "Payments:Url")]
    [InlineData("pay.example", "key", Secret, "Payments:Url")]
    [InlineData("ftp://pay.example", "key", Secret, "Payments:Url")]
    [InlineData("https://me:mine@pay.example", "key", Secret, "Payments:Url")]
    [InlineData("https://pay.example?tenant=1", "key", Secret, "Payments:Url")]
    [InlineData("https://pay.example", "열쇠", Secret, "Payments:Key")]
    [InlineData("https://pay.example", "key", "whsec_short", "Payments:Secret")]
    [InlineData("https://pay.example", "key", "whsec_c2hvcnQ=", "Payments:Secret")]
    public void A_provider_that_is_configured_in_part_or_wrongly_stops_the_start_with_one_line(string? url, string? key, string? secret, string named)
    {
        var read = () => Setup.Read(Payments(url, key, secret));

        var told = read.Should().Throw<StorageException>().Which.Message;
        told.Should().Contain(named).And.NotContain("\n").And.NotContain(Secret);
    }

    [Theory]
    [InlineData("Storage:Provider", "Postgres")]
    [InlineData("Restaurant:TimeZone", "Asia/Atlantis")]
    [InlineData("Restaurant:BusinessDayStartsAt", "25:00")]
    [InlineData("Restaurant:PublicUrl", "not an address")]
    [InlineData("Demo:Enabled", "perhaps")]
    [InlineData("Kitchen:Expo", "nobody")]
    [InlineData("Guests:TableOpening", "nobody")]
    [InlineData("Guests:TableOpening", "1")]
    [InlineData("Guests:TableOpening", "Automatic,Staff")]
    [InlineData("Restaurant:Languages", "not a language")]
    [InlineData("Restaurant:Languages", ",")]
    [InlineData("Restaurant:Languages", "ko,xx")]
    [InlineData("Restaurant:Currency", "won")]
    [InlineData("Urls", "nonsense")]
    [InlineData("Urls", "http://127.0.0.1:99999")]
    [InlineData("ConnectionStrings:TableOrder", "Nonsense=1")]
    public void A_wrong_setting_stops_the_start_with_one_line_that_names_it(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

        var read = () => Setup.Read(configuration);

        read.Should().Throw<StorageException>().Which.Message.Should().Contain(key).And.NotContain("\n");
    }

    private static IConfiguration Payments(string? url, string? key, string? secret) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("Payments:Url", url), new("Payments:Key", key), new("Payments:Secret", secret)])
            .Build();
}

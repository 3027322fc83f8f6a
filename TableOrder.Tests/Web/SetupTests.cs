using Microsoft.Extensions.Configuration;
using TableOrder.Core.Opening;
using TableOrder.Core.Seating;
using TableOrder.Core.Storage;
using TableOrder.Web;
using TableOrder.Web.Start;

namespace TableOrder.Tests.Web;

public sealed class SetupTests
{
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
}

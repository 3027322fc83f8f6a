using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TableOrder.Core.Journal;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;
using TableOrder.Web.Manager.Team;

namespace TableOrder.Tests.Manager.Team;

/// <summary>What somebody did, in a sentence.</summary>
public sealed class JournalWordsTests
{
    private static readonly IServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Every_act_and_every_event_of_an_order_has_a_sentence(string language)
    {
        var texts = Texts(language);

        Acts.All.Where(act => texts[$"Act_{act}"].ResourceNotFound).Should().BeEmpty();
        Enum.GetValues<OrderEventType>().Select(Signals.Name).Where(name => texts[$"Event_{name}"].ResourceNotFound).Should().BeEmpty();
    }

    [Theory]
    [InlineData("en", "payment_taken", "7", """{"amount":17000,"method":"cash"}""", "Took ₩17,000 at table 7 (cash)")]
    [InlineData("ko", "payment_taken", "7", """{"amount":17000,"method":"cash"}""", "테이블 7 결제 17,000원 (현금)")]
    [InlineData("en", "discount_given", "7", """{"amount":1700,"percent":10,"reason":"late"}""", "Gave ₩1,700 off the bill of table 7 (10 %): late")]
    [InlineData("en", "discount_given", "7", """{"amount":1700,"percent":null,"reason":"late"}""", "Gave ₩1,700 off the bill of table 7: late")]
    [InlineData("en", "staff_role_changed", "Kim", """{"from":"kitchen","to":"manager"}""", "Changed the role of Kim from kitchen to manager")]
    [InlineData("en", "allergies_set", "7", """{"allergies":["egg","milk"]}""", "Set the allergies at table 7: Egg, Milk")]
    [InlineData("en", "allergies_set", "7", """{"allergies":[]}""", "Set the allergies at table 7")]
    [InlineData(
        "en",
        "station_ages_changed",
        "grill",
        """{"warn":300,"late":480}""",
        "Set when tickets of “grill” turn yellow (0:05:00) and red (0:08:00)"
    )]
    [InlineData("en", "table_moved", "[{to}]", """{"to":"{subject}"}""", "Moved the party of table [{to}] to table {subject}")]
    [InlineData("en", "flag_hoisted", "the roof", "{}", "flag hoisted the roof")]
    [InlineData("en", "flag_hoisted", "", "{}", "flag hoisted")]
    public void An_act_is_told_with_what_is_known_of_it(string language, string act, string subject, string detail, string sentence) =>
        Words(language).Of(Entry(act, subject, detail)).Should().Be(sentence);

    [Theory]
    [InlineData(
        "order_status_updated",
        """{"lines":[{"id":"x","from":"placed","to":"ready","cancelled":0}],"reason":null}""",
        "Order #12 (table 7): Ready"
    )]
    [InlineData("order_status_updated", """{"lines":[]}""", "Order #12 (table 7)")]
    [InlineData("order_lines_updated", """{"lines":[],"priority":true}""", "Put order #12 (table 7) first")]
    [InlineData("order_lines_updated", """{"lines":[],"priority":false}""", "Put order #12 (table 7) back in its turn")]
    [InlineData(
        "order_lines_updated",
        """{"lines":[{"id":"x","from":"ready","to":"ready","cancelled":1}],"reason":"dropped"}""",
        "Took something off order #12 (table 7): dropped"
    )]
    [InlineData("order_cancelled", """{"lines":[],"reason":"dropped"}""", "Cancelled order #12 (table 7): dropped")]
    [InlineData("order_moved", """{"lines":[],"fromTable":"3"}""", "Moved order #12 from table 3 to table 7")]
    [InlineData("order_sung", "{}", "order sung 7")]
    public void What_was_done_to_an_order_names_it(string type, string detail, string sentence) =>
        Words("en").Of(Entry(type, "7", detail) with { OrderId = Guid.NewGuid(), OrderNumber = 12 }).Should().Be(sentence);

    private static JournalEntry Entry(string act, string subject, string detail) =>
        new(1, DateTimeOffset.UnixEpoch, "staff:x", "phone", act, subject, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(detail)!);

    private static JournalWords Words(string language) => new(Texts(language), Services.GetRequiredService<IStringLocalizer<CommonTexts>>(), "KRW");

    private static IStringLocalizer<TeamTexts> Texts(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return Services.GetRequiredService<IStringLocalizer<TeamTexts>>();
    }
}

using System.Globalization;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Seating;
using TableOrder.Tests.Support;
using TableOrder.Web.Manager.History;

namespace TableOrder.Tests.Manager.History;

/// <summary>What the one search field understands, in Korean and English.</summary>
public sealed class OrderSearchTests : HouseTests
{
    private OrderSearch search = null!;
    private IReadOnlyList<TableView> tables = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        tables = (await House.Tables.TablesAsync(House.Manager)).Value;
        search = new OrderSearch(tables, (await House.MenuReader.GetAsync(House.Manager)).Value.Menu, "KRW");
    }

    [Theory]
    [InlineData("#128")]
    [InlineData(" # 128 ")]
    [InlineData("no. 128")]
    [InlineData("Order 128")]
    [InlineData("order #128")]
    [InlineData("주문 128")]
    [InlineData("주문번호 128번")]
    [InlineData("128번 주문")]
    [InlineData("128")]
    public void A_number(string typed) => search.Understand(typed).Should().Equal(new NumberMeaning(128));

    [Theory]
    [InlineData("table 7")]
    [InlineData("Table #7")]
    [InlineData("t7")]
    [InlineData("7번")]
    [InlineData("7번 테이블")]
    [InlineData("테이블 7")]
    [InlineData("테이블 7번")]
    public void A_table(string typed) => search.Understand(typed).Should().Equal(Table("7"));

    [Theory]
    [InlineData("₩42,500", 42_500, 42_500)]
    [InlineData("42,500원", 42_500, 42_500)]
    [InlineData("42,500", 42_500, 42_500)]
    [InlineData("42500", 42_500, 42_500)]
    [InlineData("42500 won", 42_500, 42_500)]
    [InlineData("₩900", 900, 900)]
    [InlineData("40000-45000", 40_000, 45_000)]
    [InlineData("₩40,000 – ₩45,000", 40_000, 45_000)]
    [InlineData("45,000원~40,000원", 40_000, 45_000)]
    public void An_amount(string typed, long least, long most) => search.Understand(typed).Should().Equal(Amount(least, most));

    [Fact]
    public void Bare_digits_are_all_that_they_can_be()
    {
        search.Understand("7").Should().Equal(new NumberMeaning(7), Table("7"));
        search.Understand("4500").Should().Equal(new NumberMeaning(4500), Amount(4500, 4500));
        search.Understand("42500").Should().Equal(Amount(42_500, 42_500));
    }

    [Theory]
    [InlineData(Dishes.Pancake)]
    [InlineData("Scallion Pancake")]
    [InlineData("해물파전")]
    [InlineData("ㅎㅁㅍㅈ")]
    public void A_dish_by_its_name_in_any_language_or_its_initial_consonants(string typed)
    {
        var pancake = House.Dish(Dishes.Pancake).Id;

        Meant(search.Understand(typed)[0]).Should().Equal(pancake);
    }

    [Fact]
    public void Several_dishes_are_offered_each_and_all_together()
    {
        var meanings = search.Understand("김치");

        meanings.Should().HaveCountGreaterThan(2);
        meanings.SkipLast(1).Should().OnlyContain(meaning => Meant(meaning).Count == 1);
        Meant(meanings[^1]).Should().StartWith(meanings.SkipLast(1).SelectMany(Meant));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("xqzwv")]
    [InlineData("table 999")]
    [InlineData("#0")]
    [InlineData("₩0")]
    [InlineData("1-2-3")]
    public void What_means_nothing_here(string? typed) => search.Understand(typed).Should().BeEmpty();

    [Fact]
    public void A_meaning_narrows_beside_what_narrows_already()
    {
        var filter = new HistoryFilter(TableId: Guid.NewGuid());

        new NumberMeaning(3).In(filter).Should().Be(filter with { Number = 3 });
        new DishMeaning([House.Dish(Dishes.Pancake)]).In(filter).Items.Should().Equal(House.Dish(Dishes.Pancake).Id);
        Amount(1, 2).In(filter).Query.Should().Be(filter.Query with { MinTotal = new Money(1), MaxTotal = new Money(2) });
    }

    private static AmountMeaning Amount(long least, long most) => new(new AmountRange(new Money(least), new Money(most)));

    private static IReadOnlyList<Guid> Meant(SearchMeaning meaning) => [.. ((DishMeaning)meaning).Dishes.Select(dish => dish.Id)];

    private TableMeaning Table(string name) => new(tables.Single(table => string.Equals(table.Name, name, StringComparison.Ordinal)).Id, name);
}

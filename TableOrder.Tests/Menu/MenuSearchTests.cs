using FsCheck;
using FsCheck.Fluent;
using TableOrder.Core;
using TableOrder.Core.Menu;
using TableOrder.Core.Menu.Search;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu;

/// <summary>The demo restaurant's menu, looked through as guests type.</summary>
public sealed class MenuSearchTests : IClassFixture<TestHouse>
{
    private const string Consonants = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private readonly MenuSnapshot menu;
    private readonly List<MenuItem> dishes;

    public MenuSearchTests(TestHouse house)
    {
        menu = house.Read(MenuSql.Load);
        dishes = [.. menu.Categories.SelectMany(category => category.Items)];
    }

    [Theory]
    [InlineData("김치", "Aged Kimchi Stew")]
    [InlineData("kimchi", "Aged Kimchi Stew")]
    [InlineData("KIMCHI stew", "Aged Kimchi Stew")]
    [InlineData("stew kimchi", "Aged Kimchi Stew")]
    [InlineData("gimchi", "Aged Kimchi Stew")]
    [InlineData("김취찌개", "Aged Kimchi Stew")]
    [InlineData("김치찌게", "Aged Kimchi Stew")]
    [InlineData("김 치 찌 개", "Aged Kimchi Stew")]
    [InlineData("ㅁㅇㅈㄱㅊ", "Aged Kimchi Stew")]
    [InlineData("ㄱㅊㅉㄱ", "Aged Kimchi Stew")]
    [InlineData("kimhci", "Aged Kimchi Stew")]
    [InlineData("댄장찌개", "Beef Brisket Soybean Paste Stew")]
    [InlineData("doenjang", "Beef Brisket Soybean Paste Stew")]
    [InlineData("samgyeopsal", "Aged Pork Belly (180 g)")]
    [InlineData("삼겹", "Aged Pork Belly (180 g)")]
    [InlineData("삼겨", "Aged Pork Belly (180 g)")]
    [InlineData("porc belly", "Aged Pork Belly (180 g)")]
    [InlineData("bibimbab", "Stone-Pot Bibimbap")]
    [InlineData("떡복이", "Moonlight Tteokbokki")]
    [InlineData("물랭면", "Cold Buckwheat Noodles in Broth")]
    [InlineData("sórbet", "Peach Sorbet")]
    [InlineData("americano", "Americano")]
    [InlineData("아메리까노", "Americano")]
    [InlineData("kids pork", "Kids' Pork Cutlet")]
    [InlineData("콜라", "Coca-Cola (355 ml)")]
    [InlineData("참치", "Aged Kimchi Stew")]
    public void What_people_type_finds_what_they_mean(string typed, string dish) => Find(typed).Should().Contain(dish);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("pizza")]
    [InlineData("ㅎㅎㅎ")]
    [InlineData("초밥세트")]
    [InlineData("\uD83C")]
    public void What_is_not_on_the_menu_finds_nothing(string typed) => Find(typed).Should().BeEmpty();

    [Fact]
    public void A_name_that_begins_with_it_comes_before_one_that_has_it_and_that_before_a_description()
    {
        var (begins, has, tells, like) = (Named("Kimchi pancake"), Named("Aged kimchi"), Named("Stew", "With kimchi."), Named("Kimbap"));

        Over(tells, has, like, begins).Find("kimchi").Should().Equal(begins, has, tells);
        Over(tells, like).Find("kimchi").Should().Equal(tells);
        Over(like, tells).Find("kimba").Should().Equal(like);
    }

    [Theory]
    [InlineData("bap", 1)]
    [InlineData("bibimbop", 1)]
    [InlineData("babimbop", 1)]
    [InlineData("bubumbop", 0)]
    [InlineData("bibm", 1)]
    [InlineData("bbm", 0)]
    public void Longer_words_bear_more_mistakes(string typed, int found) => Over(Named("Bibimbap")).Find(typed).Should().HaveCount(found);

    [Fact]
    public void Initial_consonants_typed_as_a_cluster_are_two() => Over(Named("감사")).Find("ㄳ").Should().ContainSingle();

    [Fact]
    public void Every_dish_is_found_by_each_of_its_names_first_or_beside_equals()
    {
        foreach (var dish in dishes)
        {
            foreach (var name in dish.Name.Texts.Values)
            {
                MenuSearch.Over(menu).Find(name.ToUpperInvariant()).Should().NotBeEmpty().And.Contain(dish);
            }
        }
    }

    [Fact]
    public void Every_dish_is_found_by_the_initials_of_its_korean_name()
    {
        foreach (var dish in dishes)
        {
            var initials = string.Concat(dish.Name.In("ko").Where(c => c is >= '가' and <= '힣').Select(c => Consonants[(c - '가') / 588]).Take(40));
            MenuSearch.Over(menu).Find(initials).Should().Contain(dish);
        }
    }

    [Fact]
    public void One_letter_wrong_or_missing_in_a_word_of_four_or_more_still_finds_it()
    {
        var words = dishes
            .SelectMany(dish =>
                dish.Name.In("en")
                    .Split(' ', '(', ')', '&', '-')
                    .Where(word => word.Length > 5 && word.All(char.IsLetter))
                    .Select(word => (dish, word))
            )
            .ToArray();
        var property = Prop.ForAll(
            (
                from word in Gen.Elements(words)
                from at in Gen.Choose(1, 4)
                from letter in Gen.Elements('x', 'q', '\0')
                select (word.dish, word.word, at, letter)
            ).ToArbitrary(),
            slip =>
            {
                var typed = slip.word.Remove(slip.at, 1).Insert(slip.at, slip.letter == '\0' ? "" : $"{slip.letter}");
                var found = MenuSearch.Over(menu).Find(typed);

                // Without the letter it may be what another dish is called: then that is what was meant.
                return found.Contains(slip.dish) || found.Any(dish => dish.Name.In("en").Contains(typed, StringComparison.OrdinalIgnoreCase));
            }
        );
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Whatever_is_typed_gives_dishes_of_the_menu_each_once() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                typed =>
                {
                    var found = MenuSearch.Over(menu).Find(typed);
                    return found.Distinct().Count() == found.Count && found.All(dishes.Contains);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static MenuItem Named(string name, string description = "Good.") =>
        Menus.Item() with
        {
            Name = LocalText.Same(name),
            Description = LocalText.Same(description),
        };

    private static MenuSearch Over(params MenuItem[] items) => MenuSearch.Over(Menus.Of(items));

    private IEnumerable<string> Find(string typed) => MenuSearch.Over(menu).Find(typed).Select(dish => dish.Name.In("en"));
}

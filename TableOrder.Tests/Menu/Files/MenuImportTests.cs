using System.Text;
using System.Text.RegularExpressions;
using TableOrder.Core;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Menu.Files;
using TableOrder.Core.Settings;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Menu.Files;

/// <summary>A menu out to a file and back, and what files say that cannot be.</summary>
public sealed partial class MenuImportTests : HouseTests
{
    private MenuImportDesk Desk => House.Get<MenuImportDesk>();

    [Fact]
    public async Task A_menu_that_goes_out_and_comes_back_changes_nothing()
    {
        var (menu, house) = (await MenuAsync(), await SettingsAsync());
        foreach (var file in new[] { MenuCsv.Read(MenuCsv.Write(menu, house), house), MenuJson.Read(MenuJson.Write(menu, house), house) })
        {
            file.Problems.Should().BeEmpty();
            var report = (await Desk.ImportAsync(House.Manager, file)).Value;
            report.Problems.Should().BeEmpty();

            report
                .Should()
                .BeEquivalentTo(
                    new
                    {
                        New = 0,
                        Changed = 0,
                        Same = menu.Dishes.Count,
                        Categories = 0,
                        Groups = 0,
                        ProblemCount = 0,
                        IsDone = true,
                    }
                );
        }

        House.Ask("SELECT COUNT(*) FROM journal WHERE act = 'menu_imported'").Should().Be(0, "nothing was done");
    }

    [Fact]
    public async Task A_menu_goes_whole_into_an_empty_restaurant()
    {
        var (menu, house) = (await MenuAsync(), await SettingsAsync());
        var text = MenuJson.Write(menu, house);
        foreach (var table in new[] { "menu_item_modifier_groups", "menu_items", "modifiers", "modifier_groups", "categories" })
        {
            await House.ExecuteAsync($"DELETE FROM {table}");
        }

        await House.ExecuteAsync("UPDATE topics SET version = version + 1 WHERE name = 'menu'");
        var report = (await Desk.ImportAsync(House.Manager, MenuJson.Read(text, house))).Value;

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    New = menu.Dishes.Count,
                    Categories = menu.Categories.Count,
                    Groups = menu.Groups.Count,
                    IsDone = true,
                }
            );
        Shape(MenuJson.Write(await MenuAsync(), house)).Should().Be(Shape(text));
        var again = (await Desk.ImportAsync(House.Manager, MenuJson.Read(text, house))).Value;
        again
            .Should()
            .BeEquivalentTo(
                new
                {
                    New = 0,
                    Changed = 0,
                    Same = menu.Dishes.Count,
                }
            );
    }

    [Fact]
    public async Task Of_ten_thousand_lines_with_three_bad_ones_none_is_taken_and_the_three_are_named()
    {
        var house = await SettingsAsync();
        var before = House.Ask("SELECT COUNT(*) FROM menu_items");
        var lines = Enumerable
            .Range(2, 10_000)
            .Select(line =>
                line switch
                {
                    17 => "Snacks,Snack 17,cheap,bar",
                    5_000 => "Snacks,Snack 5000,1000,nowhere",
                    9_999 => "Snacks,Snack 42,1000,bar",
                    _ => $"Snacks,Snack {line},{line * 10},bar",
                }
            );
        var file = MenuCsv.Read($"category,name,price,station\n{string.Join('\n', lines)}\n", house);

        var report = (await Desk.ImportAsync(House.Manager, file)).Value;

        report
            .Problems.Should()
            .Equal(
                new ImportProblem(17, "price", "cheap"),
                new ImportProblem(5_000, "station", "nowhere"),
                new ImportProblem(9_999, "twice", "Snack 42")
            );
        report.IsDone.Should().BeFalse();
        House.Ask("SELECT COUNT(*) FROM menu_items").Should().Be(before);
        House.Ask("SELECT COUNT(*) FROM categories WHERE name LIKE '%Snacks%'").Should().Be(0);
    }

    [Fact]
    public async Task Ten_thousand_good_lines_become_dishes()
    {
        var house = await SettingsAsync();
        var text = new StringBuilder("category,name,price\n");
        for (var i = 0; i < 10_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Snacks,Snack {i},\"{i:N0}\"\n");
        }

        var report = (await Desk.ImportAsync(House.Manager, MenuCsv.Read(text.ToString(), house))).Value;

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    New = 10_000,
                    Categories = 1,
                    ProblemCount = 0,
                    IsDone = true,
                }
            );
        House.Ask("SELECT MAX(price) FROM menu_items WHERE name LIKE '%Snack 9999\"%'").Should().Be(9_999);
        House.Ask("SELECT COUNT(*) FROM journal WHERE act = 'menu_imported'").Should().Be(1);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+82 Kimchi")]
    [InlineData("-Kimchi")]
    [InlineData("@Kimchi")]
    [InlineData("=HYPERLINK(\"http://x\",\"Kimchi, \"\"hot\"\"\")")]
    public async Task A_name_that_a_spreadsheet_would_take_for_a_formula_is_text_in_the_file_and_comes_back_as_it_was(string name)
    {
        var house = await SettingsAsync();
        var dish = House.Dish(Dishes.Sorbet);
        await House.ExecuteAsync("UPDATE menu_items SET name = json_object('ko', $1, 'en', $1) WHERE id = $2", name, dish.Id);
        var before = await MenuAsync();

        var text = MenuCsv.Write(before, house);

        text.Split('\n')
            .Single(line => line.StartsWith($"{dish.Id}", StringComparison.Ordinal))
            .Split(',')
            .Should()
            .Contain(cell => cell.StartsWith('\'') || cell.StartsWith("\"'", StringComparison.Ordinal));
        text.Should().NotContain($",{name}").And.NotContain($",\"{name[0]}");
        (await Desk.ImportAsync(House.Manager, MenuCsv.Read(text, house)))
            .Value.Should()
            .BeEquivalentTo(
                new
                {
                    Same = before.Dishes.Count,
                    Changed = 0,
                    ProblemCount = 0,
                }
            );
    }

    [Fact]
    public async Task A_table_of_names_and_prices_is_enough_and_other_columns_stay_as_they_are()
    {
        var house = await SettingsAsync();
        var sorbet = House.Dish(Dishes.Sorbet);

        var file = MenuCsv.Read($"\uFEFFID;Name_en;Price\r\n{sorbet.Id};\"Sorbet;\nhome-made\";\"₩7,700\"\r\n;;\r\n", house);
        (await Desk.ImportAsync(House.Manager, file))
            .Value.Should()
            .BeEquivalentTo(
                new
                {
                    New = 0,
                    Changed = 1,
                    ProblemCount = 0,
                }
            );

        var after = (await MenuAsync()).Dish(sorbet.Id)!;
        (after.Draft.Name.In("en"), after.Draft.Name.In("ko"), after.Draft.Price)
            .Should()
            .Be(("Sorbet; home-made", sorbet.Name.In("ko"), new Money(7_700)));
        (after.Draft.Station, after.Draft.Allergens).Should().BeEquivalentTo((sorbet.Station, sorbet.Allergens));
    }

    [Fact]
    public async Task What_was_archived_comes_back_with_its_file_and_what_the_file_does_not_name_stays()
    {
        var (menu, house) = (await MenuAsync(), await SettingsAsync());
        var text = MenuJson.Write(menu, house);
        await House.ExecuteAsync("UPDATE menu_items SET archived_at = 1 WHERE id = $1", House.Dish(Dishes.Sorbet).Id);
        await House.ExecuteAsync("INSERT INTO categories (id, name, position, version) VALUES ($1, '{\"ko\":\"새\"}', 99, 1)", Guid.NewGuid());

        var report = (await Desk.ImportAsync(House.Manager, MenuJson.Read(text, house))).Value;

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    New = 0,
                    Changed = 1,
                    Same = menu.Dishes.Count - 1,
                }
            );
        House.Ask("SELECT COUNT(*) FROM menu_items WHERE archived_at IS NOT NULL").Should().Be(0);
        (await MenuAsync()).Categories.Should().HaveCount(menu.Categories.Count + 1);
    }

    [Theory]
    [InlineData("not a menu at all", 1, "file")]
    [InlineData("", 1, "file")]
    [InlineData("name,price\nX,\"unclosed", 2, "file")]
    public async Task A_file_that_is_none_is_said_to_be_none(string text, int line, string field)
    {
        var file = MenuCsv.Read(text, await SettingsAsync());

        (await Desk.TryAsync(House.Manager, file))
            .Value.Problems.Should()
            .ContainSingle()
            .Which.Should()
            .Match<ImportProblem>(problem => problem.Line == line && problem.Field == field);
    }

    [Fact]
    public async Task A_document_says_on_which_line_it_is_wrong()
    {
        var house = await SettingsAsync();
        MenuJson
            .Read("{\n\"format\": \"tableorder-menu/1\",\n\"currency\": \"KRW\",\n\"dishes\": 1 }", house)
            .Problems.Should()
            .ContainSingle()
            .Which.Line.Should()
            .Be(4);
        MenuJson
            .Read("""{ "format": "tableorder-menu/1", "currency": "EUR" }""", house)
            .Problems.Should()
            .Equal(new ImportProblem(1, "currency", "EUR"));
        const string Document = """
            { "format": "tableorder-menu/1", "currency": "KRW", "categories": [
              { "name": { "ko": "새" }, "dishes": [
                { "name": { "ko": "하나" }, "price": 1000 },
                { "name": { "ko": "둘" }, "price": -5 },
                { "name": { "en": "three" } } ] } ] }
            """;

        var report = (await Desk.TryAsync(House.Manager, MenuJson.Read(Document, house))).Value;

        report.Problems.Select(problem => (problem.Line, problem.Field)).Should().Equal((4, "price"), (5, "price"), (5, "name"));
    }

    [Fact]
    public async Task To_try_a_file_changes_nothing()
    {
        var file = MenuCsv.Read("category,name,price\nSnacks,Crisps,1000\n", await SettingsAsync());
        var before = House.Ask("SELECT SUM(version) FROM topics");

        (await Desk.TryAsync(House.Manager, file))
            .Value.Should()
            .BeEquivalentTo(
                new
                {
                    New = 1,
                    Categories = 1,
                    IsDone = false,
                }
            );

        House.Ask("SELECT SUM(version) FROM topics").Should().Be(before);
        (await Desk.ImportAsync(House.Kitchen, file)).Refusal!.Code.Should().Be("forbidden");
    }

    /// <summary>A document whose ids are the how manieth they are: two of the same shape are the same menu.</summary>
    private static string Shape(string json)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        return Id().Replace(json, match => $"#{(ids.TryGetValue(match.Value, out var known) ? known : ids[match.Value] = ids.Count)}");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    private async Task<EditedMenu> MenuAsync() => (await House.Get<MenuEditReader>().GetAsync(House.Manager)).Value;

    private async Task<RestaurantSettings> SettingsAsync() => (await House.Get<SettingsReader>().GetAsync(House.Manager)).Value;
}

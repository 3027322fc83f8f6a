using TableOrder.Core.Menu.Editing;

namespace TableOrder.Core.Menu.Files;

/// <summary>The headings that a file's dishes stand under.</summary>
internal sealed class ImportedCategories
{
    private readonly EditedMenu menu;
    private readonly IReadOnlyList<string> languages;
    private readonly ImportProblems problems;
    private readonly ImportNames names = new();

    public ImportedCategories(EditedMenu menu, IReadOnlyList<string> languages, ImportProblems problems)
    {
        (this.menu, this.languages, this.problems) = (menu, languages, problems);
        foreach (var category in menu.Categories.OrderBy(category => category.IsArchived))
        {
            names.Add(category.Name, category.Id);
        }
    }

    /// <summary>Those that come, and archived ones that come back, in the file's order.</summary>
    public List<(Guid Id, LocalText Name)> New { get; } = [];

    /// <summary>A dish's heading: the one it says, else the one it has.</summary>
    public Guid Of(FiledDish filed, EditedDish? before)
    {
        if (filed.Category.Texts.Count > 0)
        {
            return names.Find(filed.Category) is { } there ? Back(there) : Make(filed);
        }

        if (before is null)
        {
            problems.Add(filed.Line, "category");
        }

        return before?.Draft.CategoryId ?? Guid.Empty;
    }

    private Guid Back(Guid there)
    {
        if (menu.Category(there) is { IsArchived: true } archived && New.TrueForAll(category => category.Id != there))
        {
            New.Add((there, archived.Name));
        }

        return there;
    }

    private Guid Make(FiledDish filed)
    {
        var name = MenuRule.Tidy(filed.Category, languages);
        if (MenuRule.Refuse(name, languages[0]) is not null)
        {
            problems.Add(filed.Line, "category", filed.Category.In(languages[0]));
            return Guid.Empty;
        }

        var id = Guid.CreateVersion7();
        New.Add((id, name));
        names.Add(name, id);
        return id;
    }
}

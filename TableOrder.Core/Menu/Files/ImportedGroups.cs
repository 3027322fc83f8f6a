using TableOrder.Core.Menu.Editing;

namespace TableOrder.Core.Menu.Files;

/// <summary>The choices that a file says, and those that its dishes name.</summary>
internal sealed class ImportedGroups
{
    private readonly EditedMenu menu;
    private readonly IReadOnlyList<string> languages;
    private readonly ImportProblems problems;
    private readonly ImportNames names = new();

    /// <summary>Those that the file has said already: two of one name are two.</summary>
    private readonly HashSet<Guid> said = [];

    public ImportedGroups(EditedMenu menu, IReadOnlyList<string> languages, ImportProblems problems)
    {
        (this.menu, this.languages, this.problems) = (menu, languages, problems);
        foreach (var group in menu.Groups.OrderBy(group => group.IsArchived))
        {
            names.Add(group.Draft.Name, group.Id);
            names.Add(group.Id, group.Id);
        }
    }

    /// <summary>Those that come, change or come back.</summary>
    public List<(Guid Id, GroupDraft Draft)> Changed { get; } = [];

    public void Plan(FiledGroup filed)
    {
        var before =
            (filed.Id is { } id ? menu.Group(id) : null)
            ?? menu.Groups.FirstOrDefault(group => !said.Contains(group.Id) && filed.Name.Texts.Values.Any(name => Bears(group.Draft.Name, name)));
        var draft = Draft(filed, before);
        if (MenuRule.Refuse(draft, languages[0]) is { } refusal)
        {
            problems.Add(filed.Line, "options", $"{draft.Name.In(languages[0])}: {string.Join(", ", refusal.Errors!.Keys)}");
            return;
        }

        var place = before?.Id ?? Guid.CreateVersion7();
        said.Add(place);
        names.Add(draft.Name, place);
        if (filed.Id is { } own)
        {
            names.Add(own, place);
        }

        if (before is null || before.IsArchived || MenuFields.Group.Changed(MenuRule.Tidy(before.Draft, languages), draft).Count > 0)
        {
            Changed.Add((place, draft));
        }
    }

    /// <summary>The choice that a dish names; null, and a problem, where there is none on the menu.</summary>
    public Guid? Find(int line, string option)
    {
        if (names.Find(option) is { } id && (menu.Group(id) is not { IsArchived: true } || Changed.Exists(group => group.Id == id)))
        {
            return id;
        }

        problems.Add(line, "options", option);
        return null;
    }

    private static bool Bears(LocalText text, string name) =>
        text.Texts.Values.Any(own => string.Equals(own.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>An option keeps the id of the one that was called the same.</summary>
    private GroupDraft Draft(FiledGroup filed, EditedGroup? before)
    {
        var known = before?.Draft.Modifiers ?? [];
        var modifiers = filed.Modifiers.Select(option => new ModifierDraft(
            known
                .FirstOrDefault(one => string.Equals(one.Name.In(languages[0]), option.Name.In(languages[0]), StringComparison.OrdinalIgnoreCase))
                ?.Id
                ?? Guid.CreateVersion7(),
            option.Name
        )
        {
            Price = option.Price,
            SoldOut = option.SoldOut,
            Allergens = option.Allergens,
        });
        return MenuRule.Tidy(
            new GroupDraft
            {
                Name = ImportText.Over(filed.Name, before?.Draft.Name ?? LocalText.Empty),
                Min = filed.Min,
                Max = filed.Max,
                Modifiers = [.. modifiers],
            },
            languages
        );
    }
}

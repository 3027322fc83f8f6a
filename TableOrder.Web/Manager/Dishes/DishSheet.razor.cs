using Microsoft.AspNetCore.Components;
using TableOrder.Core;
using TableOrder.Core.Menu.Editing;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.Dishes;

/// <summary>
/// Edits one dish, or makes a new one. What another manager saves meanwhile is merged in at once, field by field, and a save is made from the newest version that was merged.
/// </summary>
public sealed partial class DishSheet
{
    private const int LastCourse = PlaceRule.LastCourse;
    private DishForm form = null!;
    private Differences<DishDraft> differences = null!;
    private EditDialog dialog = null!;
    private PhotoField? photo;
    private IReadOnlyCollection<string> wrong = [];
    private string? refused;
    private int version;
    private bool isBusy;

    /// <summary>What it works with.</summary>
    [Parameter, EditorRequired]
    public MenuEditing Page { get; set; } = null!;

    /// <summary>Which dish; of a new one, too: so that two presses make one.</summary>
    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    /// <summary>Where a new dish begins.</summary>
    [Parameter]
    public Guid? CategoryId { get; set; }

    /// <summary>It is gone.</summary>
    [Parameter]
    public EventCallback OnClosed { get; set; }

    [Inject]
    private DishDesk Desk { get; set; } = null!;

    /// <summary>What was said so far, as it would be kept.</summary>
    private DishDraft Said => MenuRule.Tidy(form.Said, Page.Languages);

    private EditedDish? Dish => Page.Menu.Dish(Id);

    private bool IsNew => Dish is null;

    private bool IsArchived => Dish is { IsArchived: true };

    private string Title => Dish?.Draft.Name.Here() ?? T["NewDish"];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (form is null)
        {
            var draft =
                Dish?.Draft
                ?? new DishDraft
                {
                    CategoryId = CategoryId ?? Page.Menu.Categories.First(category => !category.IsArchived).Id,
                    Name = LocalText.Empty,
                    TaxRate = Page.House.TaxRate,
                };
            (form, differences, version) = (
                new DishForm(draft, Page.Currency),
                new Differences<DishDraft>(MenuFields.Dish, draft),
                Dish?.Version ?? 0
            );
            if (IsNew)
            {
                form.Price = "";
            }
        }
        else if (Dish is { } now && now.Version > version)
        {
            Hear(now);
        }
    }

    private void Hear(EditedDish now)
    {
        var merged = differences.Hear(Said, now.Draft);
        form.Take(merged.Draft, merged.Taken);
        version = now.Version;
    }

    private void TakeTheirs(string field)
    {
        form.Take(MenuFields.Dish.Take(Said, differences.Theirs, field), [field]);
        differences.Settle(field);
    }

    private bool HasUnsaved() =>
        !IsArchived
        && (form.Unreadable.Any(field => !IsNew || form.Price.Length > 0) || differences.IsChanged(Said) || photo is { HasUnsaved: true });

    private async Task SaveAsync()
    {
        if (isBusy)
        {
            return;
        }

        // All that can be seen from here is said at once; the desk decides all the same.
        (wrong, refused) = ([.. form.Unreadable, .. MenuRule.Refuse(Said, Page.Languages[0])?.Errors?.Keys ?? []], null);
        if (wrong.Count > 0)
        {
            refused = T["LookAgain"];
            return;
        }

        isBusy = true;
        var refusal = await SaveFieldsAsync();
        if (refusal is null && photo is not null)
        {
            refused = await photo.SaveAsync(Page);
        }
        else if (refusal is not null)
        {
            wrong = [.. refusal.Errors?.Keys ?? []];
            refused = wrong.Count > 0 ? T["LookAgain"] : Common.Of(refusal);
        }

        isBusy = false;
        if (refused is null)
        {
            await dialog.CloseAsync();
        }
    }

    /// <summary>A newer version that says nothing else than the one seen, because it sold out, say, is no reason to ask anybody.</summary>
    private async Task<Refusal?> SaveFieldsAsync()
    {
        var said = Said;
        if (IsNew)
        {
            return await Page.CarryOut(() => Desk.CreateAsync(Page.Actor, Id, said));
        }

        const int Tries = 3;
        Refusal? refusal = null;
        for (var tries = 0; tries < Tries; tries++)
        {
            var (seen, told) = (version, differences.Taken.Count + differences.Disputed.Count);
            refusal = await Page.CarryOut(() => Desk.ChangeAsync(Page.Actor, Id, seen, said));
            if (refusal is not { Code: EditRefusal.StaleVersion } || differences.Taken.Count + differences.Disputed.Count > told)
            {
                break;
            }
        }

        return refusal;
    }

    private async Task ArchiveAsync()
    {
        if (Dish is not { } dish)
        {
            return;
        }

        var refusal = await Page.CarryOut(() =>
            dish.IsArchived ? Desk.RestoreAsync(Page.Actor, Id, dish.Version) : Desk.ArchiveAsync(Page.Actor, Id, dish.Version)
        );
        refused = refusal is null ? null : Common.Of(refusal);
        if (refusal is null && !dish.IsArchived)
        {
            await dialog.CloseAsync();
        }
    }

    private bool IsWrong(string field) => wrong.Contains(field, StringComparer.Ordinal);

    private string? Invalid(string field) => IsWrong(field) ? "true" : null;
}

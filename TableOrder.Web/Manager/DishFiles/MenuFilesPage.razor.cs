using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using TableOrder.Core;
using TableOrder.Core.Menu.Files;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager.DishFiles;

/// <summary>The menu out to a file and in from one: first what it would do, then done as a whole or not at all.</summary>
public sealed partial class MenuFilesPage
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private MenuFile? file;
    private ImportReport? report;
    private string? name;
    private string? wrong;
    private bool reading;

    [Inject]
    private MenuImportDesk Desk { get; set; } = null!;

    private bool IsNothing => report is { New: 0, Changed: 0, Categories: 0, Groups: 0 };

    private async Task ChooseAsync(InputFileChangeEventArgs chosen)
    {
        Drop();
        name = chosen.File.Name;
        if (chosen.File.Size > MenuFile.MostBytes)
        {
            wrong = T["TooLarge", MenuFile.MostBytes / (1024 * 1024)];
            return;
        }

        reading = true;
        StateHasChanged();
        try
        {
            using var bytes = new MemoryStream();
            await using var stream = chosen.File.OpenReadStream(MenuFile.MostBytes);
            await stream.CopyToAsync(bytes);
            var text = Strict.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            file = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('{') ? MenuJson.Read(text, House) : MenuCsv.Read(text, House);
            await LookAsync(() => Desk.TryAsync(Actor, file));
        }
        catch (DecoderFallbackException)
        {
            wrong = T["NotUtf8"];
        }
        catch (IOException)
        {
            wrong = T["Unread"];
        }
        finally
        {
            reading = false;
        }
    }

    private Task ImportAsync() => file is { } chosen ? LookAsync(() => Desk.ImportAsync(Actor, chosen)) : Task.CompletedTask;

    private async Task LookAsync(Func<Task<Outcome<ImportReport>>> look)
    {
        var answer = await TryAsync(look);
        wrong = answer.Refusal is { } refusal ? Common.Of(refusal) : null;
        report = answer.Refusal is null ? answer.Value : report;
    }

    private void Drop() => (file, report, name, wrong) = (null, null, null, null);

    private string Why(ImportProblem problem) => T[$"Why_{problem.Field}"] is { ResourceNotFound: false } sentence ? sentence : T["Why_other"];
}

using System.Text;
using Microsoft.Playwright;

namespace TableOrder.Tests.EndToEnd.Manager;

/// <summary>Files that a manager takes out of the browser and puts into it.</summary>
internal static class MenuFileScreens
{
    /// <summary>Chooses a file of such a text.</summary>
    public static Task ChooseAsync(this IPage page, string name, string text) =>
        page.SetInputFilesAsync(
            "input[type=file]",
            new FilePayload
            {
                Name = name,
                MimeType = "text/plain",
                Buffer = Encoding.UTF8.GetBytes(text),
            }
        );

    /// <summary>Takes the menu out; gives the file's text and its name.</summary>
    public static async Task<(string Name, string Text)> TakeOutAsync(this IPage page, string form)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href$='export.{form}']").ClickAsync());
        return (download.SuggestedFilename, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(await download.PathAsync())));
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using TableOrder.Core.Ordering;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Kitchen;

/// <summary>
/// The texts of a ticket as finished markup, made once for all screens that look alike. As components' markup each of them would be some thirty render-tree entries in each circuit,
/// of forty bytes each and twice after a change; as a text it is one entry and one string for all. Everything that people wrote is encoded.
/// </summary>
internal sealed class TicketWords
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly Dictionary<Guid, MarkupString> lines;
    private readonly IStringLocalizer<KitchenTexts> texts;
    private readonly IStringLocalizer<CommonTexts> common;

    public TicketWords(Order order, TicketFace face, IStringLocalizer<KitchenTexts> texts, IStringLocalizer<CommonTexts> common)
    {
        (this.texts, this.common) = (texts, common);
        Title = new MarkupString(TitleOf(order, face));
        Warnings = new MarkupString(WarningsOf(order));
        lines = face
            .Groups.SelectMany(group => group.Lines.Select(line => (Line: line, Group: group)))
            .ToDictionary(row => row.Line.Id, row => new MarkupString(LineOf(row.Line, row.Group, face)));
    }

    /// <summary>Table, number, timer and chips.</summary>
    public MarkupString Title { get; }

    /// <summary>What must be read first: what it is made in the place of, and the party's allergies. Empty where there is nothing.</summary>
    public MarkupString Warnings { get; }

    /// <summary>A line: quantity, name, options, note, status.</summary>
    public MarkupString Line(OrderLine line) => lines[line.Id];

    /// <summary>A status as a sign.</summary>
    public static string Sign(LineStatus status) =>
        status switch
        {
            LineStatus.Placed => "○",
            LineStatus.Preparing => "◐",
            LineStatus.Ready => "✓",
            LineStatus.Served => "✓✓",
            LineStatus.Cancelled => "✕",
            _ => "",
        };

    private static string Safe(string text) => Encoder.Encode(text);

    private string Names(IEnumerable<string> allergens) => string.Join(", ", allergens.Select(code => common.Allergen(code)));

    private string TitleOf(Order order, TicketFace face)
    {
        var (html, culture) = (new StringBuilder(), CultureInfo.InvariantCulture);
        html.Append(
            culture,
            $"""<span class="table num"><span class="visually-hidden">{Safe(common["Table", order.TableName])}</span><span aria-hidden="true">{Safe(order.TableName)}</span></span> """
        );
        html.Append(culture, $"""<span class="no num">#{order.Number}</span> """);
        html.Append(
            culture,
            $"""<span class="timer num"><i class="age" aria-hidden="true"></i><time data-since="{face.Since.ToUnixTimeMilliseconds()}" data-warn="{(int)face.Warn.TotalSeconds}" data-late="{(int)face.Late.TotalSeconds}"></time></span>"""
        );
        Chip(html, order.PrioritizedAt is not null, "first", "⚑", texts["Priority"]);
        Chip(html, order.Remake is not null, "remade", "↻", texts["Remake"]);
        Chip(html, face.IsAdded, "added", null, texts["Added"]);
        Chip(html, face.IsRecalled, "recalled", "↩", texts["Recalled"]);
        return html.ToString();
    }

    private static void Chip(StringBuilder html, bool isShown, string kind, string? sign, string word)
    {
        if (isShown)
        {
            var mark = sign is null ? "" : $"""<span aria-hidden="true">{sign}</span> """;
            html.Append(CultureInfo.InvariantCulture, $""" <span class="chip {kind}">{mark}{Safe(word)}</span>""");
        }
    }

    private string WarningsOf(Order order)
    {
        var html = new StringBuilder();
        if (order.Remake is { } remake)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"""<p class="remake"><span aria-hidden="true">↻</span> {Safe(texts["RemakeOf", remake.Number])} · {Safe(remake.Reason)}</p>"""
            );
        }

        if (order.Allergies.Count > 0)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"""<p class="allergies"><span aria-hidden="true">⚠</span> {Safe(texts["Allergies", Names(order.Allergies)])}</p>"""
            );
        }

        return html.ToString();
    }

    private string LineOf(OrderLine line, TicketGroup group, TicketFace face)
    {
        var (html, culture) = (new StringBuilder(), CultureInfo.InvariantCulture);
        var quantity = line.Status == LineStatus.Cancelled ? line.CancelledQuantity : line.Quantity;
        html.Append(culture, $"""<b class="quantity num">{quantity}</b> <span class="what"><span class="name">{Safe(line.Name.Here())}</span>""");
        if (line.Modifiers.Count > 0)
        {
            Small(html, "modifiers", Safe(string.Join("\u00a0· ", line.Modifiers.Select(modifier => modifier.Name.Here()))));
        }

        if (line.Note is { } note)
        {
            Small(html, "note", $"“{Safe(note)}”");
        }

        if (face.Dangers(line).ToList() is { Count: > 0 } dangers)
        {
            Small(html, "allergy", $"""<span aria-hidden="true">⚠</span> {Safe(texts["Contains", Names(dangers)])}""");
        }

        if (group.TellsCancelled && line is { CancelledQuantity: > 0, Quantity: > 0 })
        {
            Small(html, "less", $"<s>{line.Quantity + line.CancelledQuantity}</s> {Safe(texts["CancelledSome", line.CancelledQuantity])}");
        }

        var word = line.Status == LineStatus.Held ? "later" : "visually-hidden";
        html.Append(
            culture,
            $"""</span> <span class="tick"><span aria-hidden="true">{Sign(line.Status)}</span><span class="{word}">{Safe(common.Of(line.Status))}</span></span>"""
        );
        return html.ToString();
    }

    private static void Small(StringBuilder html, string kind, string safe) =>
        html.Append(CultureInfo.InvariantCulture, $"""<small class="{kind}">{safe}</small>""");
}

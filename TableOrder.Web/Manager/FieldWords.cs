using Microsoft.Extensions.Localization;
using TableOrder.Core;
using TableOrder.Web.Layout;

namespace TableOrder.Web.Manager;

/// <summary>Refusals of what was typed, in words of the page where it was typed.</summary>
internal static class FieldWords
{
    /// <summary>What is wrong with the first field that is ("Wrong_FIELD" of the page's texts), else the refusal's own sentence.</summary>
    public static string Of(this IStringLocalizer page, Refusal refusal, IStringLocalizer<CommonTexts> common) =>
        refusal.Errors?.Keys.Select(field => page[$"Wrong_{field}"]).FirstOrDefault(sentence => !sentence.ResourceNotFound) is { } told
            ? told
            : common.Of(refusal);
}

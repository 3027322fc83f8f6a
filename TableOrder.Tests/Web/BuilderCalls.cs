using System.Reflection;
using System.Reflection.Emit;
using Microsoft.AspNetCore.Components.Rendering;

namespace TableOrder.Tests.Web;

/// <summary>Reads from compiled markup what is given to the render tree: each call with the literals that lead to it.</summary>
internal static class BuilderCalls
{
    private const short LongPrefix = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The calls of a method, in order. Literals that only decide which way it goes belong to none.</summary>
    public static IEnumerable<(string Method, IReadOnlyList<string> Texts)> Of(MethodInfo method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var (texts, isNamed, isNext) = (new List<string>(), false, false);
        for (var at = 0; at < il.Length; )
        {
            var code = Codes[il[at] == LongPrefix ? unchecked((short)((il[at] << 8) | il[at + 1])) : il[at]];
            at += code.Size;
            if (code.OperandType == OperandType.InlineString)
            {
                // Behind the number that the compiler gives each call stands its markup, or the attribute's name.
                isNamed |= isNext;
                texts.RemoveRange(0, isNext ? texts.Count : 0);
                texts.Add(method.Module.ResolveString(BitConverter.ToInt32(il, at)));
            }
            else if (code.FlowControl == FlowControl.Cond_Branch)
            {
                texts.RemoveRange(isNamed ? 1 : 0, texts.Count - (isNamed ? 1 : 0));
            }
            else if (code.OperandType == OperandType.InlineMethod && Called(method, BitConverter.ToInt32(il, at)) is { } called)
            {
                yield return (called, texts);
                (texts, isNamed) = ([], false);
            }

            isNext = code.Name!.StartsWith("ldc.i4", StringComparison.Ordinal);
            at += code.OperandType == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(il, at)) : Length(code.OperandType);
        }
    }

    /// <summary>The call to the builder; empty where it is given a part of the page, which has calls of its own; null where it is another's.</summary>
    private static string? Called(MethodInfo method, int token)
    {
        var called = method.Module.ResolveMethod(token, method.DeclaringType!.GetGenericArguments(), method.GetGenericArguments());
        return called?.DeclaringType != typeof(RenderTreeBuilder) ? null
            : typeof(Delegate).IsAssignableFrom(called.GetParameters().LastOrDefault()?.ParameterType) ? ""
            : called.Name;
    }

    private static int Length(OperandType operand) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace TableOrder.Tests.Support;

internal static class OldDiffing
{
    /// <summary>bUnit asks for AngleSharp.Diffing 1.0; 0.17 is what there is, and it has what bUnit calls.</summary>
    [ModuleInitializer]
    internal static void Accept() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name is { Name: "AngleSharp.Diffing", Version: not null } ? context.LoadFromAssemblyName(new AssemblyName(name.Name)) : null;
}

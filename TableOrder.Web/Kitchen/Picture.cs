using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace TableOrder.Web.Kitchen;

/// <summary>
/// Lets several components render as one picture. Whoever asks to be rendered is sent to the browser at once and alone, so that a rush of changes would be more pictures than anybody can see;
/// who asks while another one renders goes with it.
/// </summary>
public sealed class Picture : ComponentBase
{
    private Action? changes;
    private ExceptionDispatchInfo? fault;

    /// <summary>Carries out changes of components; all that they ask to be rendered is sent together. What they throw, this throws.</summary>
    public void Of(Action all)
    {
        (changes, fault) = (all, null);
        StateHasChanged();
        fault?.Throw();
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        try
        {
            changes?.Invoke();
        }
#pragma warning disable CA1031 // thrown on to whoever asked: out of a rendering it would end the circuit
        catch (Exception why)
#pragma warning restore CA1031
        {
            fault = ExceptionDispatchInfo.Capture(why);
        }

        changes = null;
    }
}

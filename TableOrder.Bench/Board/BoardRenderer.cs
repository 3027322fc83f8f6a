// A renderer is measured here; the framework's own tests use these types likewise, and whatever changes in them breaks this build alone.
#pragma warning disable BL0006
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.Logging;

namespace TableOrder.Bench.Board;

/// <summary>Renders as Blazor does, up to the finished batch, and sends it nowhere. Counts the components that each batch brings.</summary>
internal sealed class BoardRenderer(IServiceProvider services, ILoggerFactory logs) : Renderer(services, logs)
{
    /// <inheritdoc/>
    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    /// <summary>How many components were rendered so far.</summary>
    public int Rendered { get; private set; }

    /// <summary>How many batches there were so far.</summary>
    public int Batches { get; private set; }

    /// <summary>Puts a component on the empty screen; gives its number.</summary>
    public (T Component, int Id) Add<T>()
        where T : IComponent
    {
        var component = (T)InstantiateComponent(typeof(T));
        return (component, AssignRootComponentId(component));
    }

    /// <summary>Renders it with parameters, and whatever renders below it.</summary>
    public Task RenderAsync(int component, ParameterView parameters) => RenderRootComponentAsync(component, parameters);

    /// <inheritdoc/>
    protected override void HandleException(Exception exception) =>
        throw new InvalidOperationException("The board could not be rendered.", exception);

    /// <inheritdoc/>
    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        Rendered += renderBatch.UpdatedComponents.Count;
        Batches++;
        return Task.CompletedTask;
    }
}

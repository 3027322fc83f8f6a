using System.Globalization;
using System.Text;

namespace TableOrder.Tests.Api;

/// <summary>A block of the stream: an event, a comment, or the opening with `retry`.</summary>
public sealed record Block(long? Id, string? Event, string? Data, bool IsComment);

/// <summary>Reads server-sent events as the standard says.</summary>
public sealed class EventReader(HttpResponseMessage response, Stream stream) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly StreamReader lines = new(stream, Encoding.UTF8);

    /// <summary>The next block; null when the stream has ended.</summary>
    public async Task<Block?> NextAsync()
    {
        var block = new Block(null, null, null, IsComment: false);
        while (true)
        {
            switch (await lines.ReadLineAsync().WaitAsync(Patience))
            {
                case null:
                    return null;
                case "":
                    return block;
                case ['i', 'd', ':', .. var id]:
                    block = block with { Id = long.Parse(id, CultureInfo.InvariantCulture) };
                    break;
                case ['e', 'v', 'e', 'n', 't', ':', .. var name]:
                    block = block with { Event = name.Trim() };
                    break;
                case ['d', 'a', 't', 'a', ':', .. var data]:
                    block = block with { Data = data.Trim() };
                    break;
                case [':', ..]:
                    block = block with { IsComment = true };
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>So many events; comments and the opening are passed over.</summary>
    public async Task<IReadOnlyList<Block>> TakeAsync(int count)
    {
        var taken = new List<Block>(count);
        while (taken.Count < count)
        {
            var block = await NextAsync() ?? throw new InvalidOperationException($"The stream ended after {taken.Count} of {count} events");
            if (block.Data is not null)
            {
                taken.Add(block);
            }
        }

        return taken;
    }

    /// <summary>Reads on until the server ends the stream.</summary>
    public async Task ShouldEndAsync()
    {
        while (await NextAsync() is not null)
        {
            // Whatever still comes.
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }
}

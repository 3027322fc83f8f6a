using TableOrder.Core.Access;
using TableOrder.Core.Storage;

namespace TableOrder.Core.Menu;

/// <summary>A picture as a browser wants it.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">The file.</param>
public sealed record PhotoFile(string Type, ReadOnlyMemory<byte> Bytes);

/// <summary>Answers with dishes' photos.</summary>
public sealed class PhotoReader
{
    private readonly ReadPool reads;

    internal PhotoReader(ReadPool reads) => this.reads = reads;

    /// <summary>One size of a photo; "not_found" where there is none.</summary>
    public async Task<Outcome<PhotoFile>> GetAsync(Actor actor, string hash, int width)
    {
        if (Rights.Refuse(actor, Right.ReadPhotos) is { } refusal)
        {
            return refusal;
        }

        var found = await reads.ReadAsync(session =>
            session.First(
                "SELECT type, bytes FROM photos WHERE hash = $1 AND width = $2",
                row => new PhotoFile(row.Text(0), row.Bytes(1).ToArray()),
                hash,
                width
            )
        );
        return found is null ? new Refusal(Refusal.NotFound) : found;
    }
}

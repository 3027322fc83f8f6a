namespace TableOrder.Web.Floor;

/// <summary>Something that a sheet does once at a time: while it is under way a second press does nothing, and why it was not done stands there until the next try.</summary>
public sealed class Doing
{
    /// <summary>Whether it is under way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Why it was not done; null where nothing is to be said.</summary>
    public string? Refused { get; private set; }

    /// <summary>Does it; true where it was done.</summary>
    /// <param name="command">Gives the reason where it could not be.</param>
    public async Task<bool> TryAsync(Func<Task<string?>> command)
    {
        if (IsBusy)
        {
            return false;
        }

        (IsBusy, Refused) = (true, null);
        try
        {
            Refused = await command();
            return Refused is null;
        }
        finally
        {
            IsBusy = false;
        }
    }
}

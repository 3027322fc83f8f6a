namespace TableOrder.Core;

/// <summary>Why a command or question was not carried out: something a guest, cook or manager can run into, never a bug.</summary>
/// <param name="Code">Stable and machine-readable; screens translate it, the API returns it.</param>
public record Refusal(string Code)
{
    /// <summary>The input is malformed; nothing was looked up.</summary>
    public const string Invalid = "invalid";

    /// <summary>It does not exist, or not for this caller.</summary>
    public const string NotFound = "not_found";

    /// <summary>This role may never do that.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The writer's queue is full: try again in a moment.</summary>
    public const string Busy = "busy";

    /// <summary>What is wrong, by field; only with <see cref="Invalid"/>.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>How long to wait before trying again, where waiting helps.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A malformed field, told in a sentence that says what to do.</summary>
    public static Refusal Bad(string field, string sentence) =>
        new(Invalid) { Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [sentence] } };
}

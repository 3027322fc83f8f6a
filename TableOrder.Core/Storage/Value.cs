namespace TableOrder.Core.Storage;

/// <summary>
/// A value on its way into a column: null, a whole number, a text or an id. Made implicitly of everything that may stand in a column, so that nothing else compiles
/// and nothing is boxed on the hot path. Times are Unix milliseconds, days yyyy-MM-dd, money minor units, flags 0 and 1, ids 16 bytes, texts in languages JSON.
/// </summary>
internal readonly record struct Value
{
    private Value(ValueKind kind, long number, string? text, Guid id) => (Kind, Number, Text, Id) = (kind, number, text, id);

    public ValueKind Kind { get; }
    public long Number { get; }
    public string? Text { get; }
    public Guid Id { get; }

    public static implicit operator Value(long number) => new(ValueKind.Number, number, null, default);

    public static implicit operator Value(int number) => (long)number;

    public static implicit operator Value(int? number) => number is { } some ? some : default(Value);

    public static implicit operator Value(bool flag) => flag ? 1L : 0L;

    public static implicit operator Value(string? text) => text is null ? default : new Value(ValueKind.Text, 0, text, default);

    public static implicit operator Value(Guid id) => new(ValueKind.Id, 0, null, id);

    public static implicit operator Value(Guid? id) => id is { } some ? some : default(Value);

    public static implicit operator Value(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static implicit operator Value(DateTimeOffset? time) => time is { } some ? some : default(Value);

    public static implicit operator Value(DateOnly day) => Columns.ToText(day);

    public static implicit operator Value(Money money) => money.Minor;

    public static implicit operator Value(LocalText text) => Columns.ToJson(text);
}

/// <summary>What a <see cref="Value"/> is.</summary>
internal enum ValueKind
{
    /// <summary>Nothing stands there.</summary>
    Null,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>An id.</summary>
    Id,
}

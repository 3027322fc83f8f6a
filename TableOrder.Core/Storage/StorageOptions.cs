namespace TableOrder.Core.Storage;

/// <summary>Where the data lives.</summary>
/// <param name="ConnectionString">For SQLite "Data Source=PATH", relative to the caller's folder.</param>
public sealed record StorageOptions(string ConnectionString);

/// <summary>The database cannot be used; the message is one line that says what to do. Stops the start, never overwrites anything.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Where the database is, for people.</summary>
/// <param name="Path">The file's full path.</param>
public sealed record DatabaseLocation(string Path);

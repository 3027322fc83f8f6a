namespace TableOrder.Core.Storage;

/// <summary>Folders for what is nobody else's business: orders, password hashes, the keys that seal cookies.</summary>
public static class PrivateFolder
{
    /// <summary>Makes the folder, and what is missing above it, for its owner alone; one that is there stays as it is.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

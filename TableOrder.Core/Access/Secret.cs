using System.Security.Cryptography;

namespace TableOrder.Core.Access;

/// <summary>Passwords and PINs: how they are made, and how they are kept so that nobody can read them back.</summary>
internal static class Secret
{
    // PBKDF2-HMAC-SHA512 with 210,000 rounds: OWASP's Password Storage Cheat Sheet.
    private const int Rounds = 210_000;
    private const int SaltBytes = 16;
    private const int KeyBytes = 32;

    // Without 0/O and 1/l/I: it is read off a console and typed on a tablet.
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>A password of 14 characters, some 80 bits.</summary>
    public static string MakePassword() => RandomNumberGenerator.GetString(Letters, 14);

    /// <summary>A PIN of six digits; the sign-in throttle makes up for its shortness.</summary>
    public static string MakePin() => RandomNumberGenerator.GetString("0123456789", 6);

    public static string Hash(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return $"{Rounds}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Key(secret, salt, Rounds))}";
    }

    public static bool Verify(string secret, string hash)
    {
        var parts = hash.Split('.');
        var rounds = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        var key = Key(secret, Convert.FromBase64String(parts[1]), rounds);
        return CryptographicOperations.FixedTimeEquals(key, Convert.FromBase64String(parts[2]));
    }

    private static byte[] Key(string secret, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, rounds, HashAlgorithmName.SHA512, KeyBytes);
}

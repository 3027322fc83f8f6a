using System.Security.Cryptography;

namespace TableOrder.Core.Access;

/// <summary>Which passwords and PINs an account may have. Pure, but for making one.</summary>
public static class SecretRule
{
    /// <summary>The fewest characters of a password.</summary>
    public const int ShortestPassword = 8;

    /// <summary>The fewest digits of a PIN.</summary>
    public const int ShortestPin = 4;

    /// <summary>The most digits of a PIN.</summary>
    public const int LongestPin = 8;

    /// <summary>The most characters of a password.</summary>
    public const int Longest = 200;

    /// <summary>Why a secret will not do: the field "secret" where it is too short or long for the role, "weak_secret" where others would guess it; null where it is good.</summary>
    public static Refusal? Refuse(Role role, string name, string? secret)
    {
        if (secret is not { Length: > 0 and <= Longest } || (secret.Length < ShortestPassword && !(role != Role.Manager && IsPin(secret))))
        {
            return Refusal.Bad(
                "secret",
                role == Role.Manager
                    ? $"Send a password of at least {ShortestPassword} characters."
                    : $"Send a PIN of {ShortestPin} to {LongestPin} digits, or a password of at least {ShortestPassword} characters."
            );
        }

        return IsObvious(secret) || string.Equals(secret, name, StringComparison.OrdinalIgnoreCase) ? new Refusal(StaffRefusal.WeakSecret) : null;
    }

    /// <summary>A secret that nobody guesses: a password for a manager, a PIN of six digits for the others.</summary>
    public static string Make(Role role)
    {
        if (role == Role.Manager)
        {
            return Secret.MakePassword();
        }

        while (true)
        {
            if (Secret.MakePin() is var pin && !IsObvious(pin))
            {
                return pin;
            }
        }
    }

    private static bool IsPin(string secret) => secret.Length is >= ShortestPin and <= LongestPin && secret.All(char.IsAsciiDigit);

    /// <summary>What everybody tries first: the same character all along, neighbours up or down (also over 9), a pair again and again.</summary>
    private static bool IsObvious(string secret) =>
        secret.Distinct().Count() == 1
        || (secret.All(char.IsAsciiDigit) && (IsRun(secret, 1) || IsRun(secret, 9)))
        || (secret.Length % 2 == 0 && secret.Chunk(2).All(pair => pair[0] == secret[0] && pair[1] == secret[1]))
        || secret.StartsWith("password", StringComparison.OrdinalIgnoreCase);

    private static bool IsRun(string digits, int step) => digits.Zip(digits.Skip(1)).All(pair => (pair.First - '0' + step) % 10 == pair.Second - '0');
}

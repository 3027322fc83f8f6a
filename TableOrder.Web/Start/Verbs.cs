namespace TableOrder.Web.Start;

/// <summary>What the program does instead of opening the restaurant, where its first argument is a word.</summary>
internal static class Verbs
{
    /// <summary>Neither done nor found wrong: what was asked for cannot be done.</summary>
    public const int CannotSay = 2;

    /// <summary>Runs the verb and gives its exit code; null where there is none and the restaurant is to be opened.</summary>
    public static int? Run(string[] args) =>
        args is not [var verb, .. var rest] || !IsWord(verb) ? null
        : string.Equals(verb, CheckVerb.Name, StringComparison.Ordinal) ? CheckVerb.Run(rest, Console.Out, Console.Error)
        : Unknown(verb);

    /// <summary>A setting is --KEY=VALUE, --KEY VALUE, /KEY VALUE or KEY=VALUE.</summary>
    public static bool IsWord(string arg) => arg is [not ('-' or '/'), ..] && !arg.Contains('=', StringComparison.Ordinal);

    private static int Unknown(string verb)
    {
        Console.Error.WriteLine(
            $"{verb} is nothing that can be done. Without a word the restaurant opens; {CheckVerb.Name} [FILE] checks a database."
        );
        return CannotSay;
    }
}

using System.Text;

namespace TableOrder.Core.Menu.Search;

/// <summary>Hangul in its letters (jamo): a syllable is a block of two to five of them, and people mistype letters, not blocks.</summary>
internal static class Hangul
{
    private const char First = '\uAC00';
    private const char Last = '\uD7A3';
    private const int Vowels = 21;
    private const int Finals = 28;

    /// <summary>The consonants that a syllable can begin with, as a keyboard types them alone.</summary>
    private const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    private const char FirstVowel = 'ㅏ';

    // Two consonants at the end of a syllable are two keys, and the second becomes the next syllable's while one types on.
    private static readonly string[] FinalLetters =
    [
        .. " ,ㄱ,ㄲ,ㄱㅅ,ㄴ,ㄴㅈ,ㄴㅎ,ㄷ,ㄹ,ㄹㄱ,ㄹㅁ,ㄹㅂ,ㄹㅅ,ㄹㅌ,ㄹㅍ,ㄹㅎ,ㅁ,ㅂ,ㅂㅅ,ㅅ,ㅆ,ㅇ,ㅈ,ㅊ,ㅋ,ㅌ,ㅍ,ㅎ"
            .Split(',')
            .Select(letters => letters.Trim()),
    ];

    private static readonly string[] InitialSounds = "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".Split(',');
    private static readonly string[] VowelSounds = "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".Split(',');
    private static readonly string[] FinalSounds = ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t".Split(',');

    // ㄳ typed alone is ㄱ and ㅅ.
    private static readonly Dictionary<char, string> Clusters = new()
    {
        ['ㄳ'] = "ㄱㅅ",
        ['ㄵ'] = "ㄴㅈ",
        ['ㄶ'] = "ㄴㅎ",
        ['ㄺ'] = "ㄹㄱ",
        ['ㄻ'] = "ㄹㅁ",
        ['ㄼ'] = "ㄹㅂ",
        ['ㄽ'] = "ㄹㅅ",
        ['ㄾ'] = "ㄹㅌ",
        ['ㄿ'] = "ㄹㅍ",
        ['ㅀ'] = "ㄹㅎ",
        ['ㅄ'] = "ㅂㅅ",
    };

    /// <summary>Whether a character is a whole syllable.</summary>
    public static bool IsSyllable(char letter) => letter is >= First and <= Last;

    /// <summary>Whether a character is a consonant that stands alone.</summary>
    public static bool IsConsonant(char letter) => Initials.Contains(letter, StringComparison.Ordinal) || Clusters.ContainsKey(letter);

    /// <summary>The consonant that a syllable begins with.</summary>
    public static char Initial(char syllable) => Initials[(syllable - First) / (Vowels * Finals)];

    /// <summary>Adds a character's letters; of what is no Hangul, the character itself.</summary>
    public static void AddLetters(StringBuilder letters, char character)
    {
        if (IsSyllable(character))
        {
            var (vowel, final) = Rest(character);
            letters.Append(Initial(character)).Append((char)(FirstVowel + vowel)).Append(FinalLetters[final]);
        }
        else if (Clusters.TryGetValue(character, out var two))
        {
            letters.Append(two);
        }
        else
        {
            letters.Append(character);
        }
    }

    /// <summary>As the Revised Romanization spells its syllables one by one: who cannot type 김치 types gimchi.</summary>
    public static string Romanized(string text)
    {
        var spelled = new StringBuilder();
        foreach (var character in text)
        {
            if (IsSyllable(character))
            {
                var (vowel, final) = Rest(character);
                spelled.Append(InitialSounds[(character - First) / (Vowels * Finals)]).Append(VowelSounds[vowel]).Append(FinalSounds[final]);
            }
            else
            {
                spelled.Append(character);
            }
        }

        return spelled.ToString();
    }

    private static (int Vowel, int Final) Rest(char syllable) => ((syllable - First) / Finals % Vowels, (syllable - First) % Finals);
}

using System.Text;

namespace Phira.PluginService.Packaging.Schema;

/// <summary>
/// Translates a regular expression of ECMA-262, which JSON Schema asks for, into one of .NET. The two differ in what <c>$</c>, <c>.</c>, classes
/// and their shorthands match. A character outside the Basic Multilingual Plane is one character there and two here.
/// </summary>
internal static class EcmaPattern
{
    private const string Surrogates = @"\ud800-\udfff";
    private const string Pair = @"[\ud800-\udbff][\udc00-\udfff]";

    /// <returns>The expression for .NET, or null where it cannot be translated.</returns>
    public static string? Translate(string pattern)
    {
        var result = new StringBuilder();
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            var hasNext = index + 1 < pattern.Length;
            switch (character)
            {
                case '$':
                    result.Append(@"\z");
                    break;
                case '.':
                    result.Append(Class(@"\n\r\u2028\u2029", negated: true, hasPairs: true));
                    break;
                case '\\' when hasNext:
                    index++;
                    result.Append(Shorthand(pattern[index]) is { } set ? Class(set, negated: false, char.IsUpper(pattern[index])) : $@"\{pattern[index]}");
                    break;
                case '[':
                    if (TranslateClass(pattern, ref index) is not { } translated)
                    {
                        return null;
                    }

                    result.Append(translated);
                    break;
                case var _ when char.IsHighSurrogate(character) && hasNext:
                    index++;
                    result.Append("(?:").Append(character).Append(pattern[index]).Append(')');
                    break;
                default:
                    result.Append(character);
                    break;
            }
        }

        return result.ToString();
    }

    private static string? TranslateClass(string pattern, ref int index)
    {
        index++;
        var negated = index < pattern.Length && pattern[index] == '^';
        index += negated ? 1 : 0;
        var content = new StringBuilder();
        var hasPairs = false;
        for (; index < pattern.Length && pattern[index] != ']'; index++)
        {
            var character = pattern[index];
            if (char.IsSurrogate(character))
            {
                return null;
            }

            if (character != '\\' || index + 1 == pattern.Length)
            {
                // In .NET, an opening bracket subtracts one class from another.
                content.Append(character == '[' ? @"\[" : $"{character}");
                continue;
            }

            index++;
            content.Append(Shorthand(pattern[index]) ?? $@"\{pattern[index]}");
            hasPairs |= pattern[index] is 'D' or 'W' or 'S';
        }

        return index < pattern.Length ? Class(content.ToString(), negated, negated != hasPairs) : null;
    }

    private static string Class(string content, bool negated, bool hasPairs)
    {
        var single = negated ? $"[^{content}{Surrogates}]" : content.Length > 0 ? $"[{content}]" : @"[^\x00-\uffff]";
        return hasPairs ? $"(?:{Pair}|{single})" : single;
    }

    private static string? Shorthand(char letter) => letter switch
    {
        'd' => "0-9",
        'D' => @"\x00-\x2f\x3a-\ud7ff\ue000-\uffff",
        'w' => "0-9A-Z_a-z",
        'W' => @"\x00-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\ud7ff\ue000-\uffff",
        's' => @"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
        'S' => @"\x00-\x08\x0e-\x1f\x21-\u009f\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\uffff",
        _ => null,
    };
}

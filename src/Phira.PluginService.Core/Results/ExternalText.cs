using System.Buffers;
using System.Globalization;
using System.Text;

namespace Phira.PluginService.Core.Results;

/// <summary>
/// Text from outside: from the Phira API, the network, administrators or plugins. It is cleaned and bounded where it enters, so that nothing
/// behind that border has to expect control characters, characters that turn the direction of writing, invisible ones, or endless length.
/// </summary>
public static class ExternalText
{
    private const int ZeroWidthJoiner = 0x200D;
    private const int EmojiVariation = 0xFE0F;
    private const int LineSeparator = 0x2028;
    private const int ParagraphSeparator = 0x2029;
    private const int NextLine = 0x85;

    /// <summary>One line without hidden characters; what ends a line becomes a space.</summary>
    /// <param name="maximum">Maximum number of characters.</param>
    public static string Line(string text, int maximum) => ShortText.Of(Rewrite(text, " ", ""), maximum);

    /// <summary>The lines of a text, without hidden characters. Every line ends with a line feed.</summary>
    /// <param name="maximum">Maximum number of characters.</param>
    public static string Lines(string text, int maximum) => ShortText.Of(Rewrite(text, "\n", ""), maximum);

    /// <summary>The text with each line end and each hidden character replaced.</summary>
    /// <param name="lineEnd">In place of a line end.</param>
    /// <param name="hidden">In place of a hidden character.</param>
    internal static string Rewrite(string text, string lineEnd, string hidden)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EnumerateRunes().Any(NeedsRewriting))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var previous = default(Rune);
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            i += length;
            if (IsLineEnd(rune))
            {
                i += rune.Value == '\r' && i < text.Length && text[i] == '\n' ? 1 : 0;
                result.Append(lineEnd);
            }
            else if (rune.Value == '\t')
            {
                result.Append(' ');
            }
            else if (IsHidden(rune) && !(rune.Value == ZeroWidthJoiner && JoinsEmoji(previous, text.AsSpan(i))))
            {
                result.Append(hidden);
            }
            else
            {
                result.Append(rune);
            }

            previous = rune;
        }

        return result.ToString();
    }

    private static bool NeedsRewriting(Rune rune) => IsLineEnd(rune) || IsHidden(rune) || rune == Rune.ReplacementChar;

    private static bool IsLineEnd(Rune rune) =>
        rune.Value is '\r' or '\n' or '\v' or '\f' or NextLine or LineSeparator or ParagraphSeparator;

    // The format characters are those that turn the direction of writing, those without width, and tags.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static bool JoinsEmoji(Rune previous, ReadOnlySpan<char> rest) =>
        IsPartOfEmoji(previous) && Rune.DecodeFromUtf16(rest, out var next, out _) == OperationStatus.Done && IsPartOfEmoji(next);

    private static bool IsPartOfEmoji(Rune rune) =>
        rune.Value == EmojiVariation || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}

using System.Text;

namespace Phira.PluginService.Core.Results;

/// <summary>Makes one line of text that somebody else wrote, so that it can neither forge lines of the log nor command a terminal.</summary>
public static class OneLine
{
    private const string LineEnd = " ⏎ ";
    private const char Replacement = '\uFFFD';

    /// <summary>The text with its line ends and all other control characters made visible.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        if (!text.Any(IsUnwanted))
        {
            return text;
        }

        var line = new StringBuilder(text.ReplaceLineEndings(LineEnd));
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = IsUnwanted(line[i]) ? Replacement : line[i];
        }

        return line.ToString();
    }

    // Among the characters that are not shown those that turn the direction of writing can make a line look like another one.
    private static bool IsUnwanted(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

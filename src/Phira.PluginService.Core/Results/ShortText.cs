namespace Phira.PluginService.Core.Results;

/// <summary>The beginning of a text that is too long, without half of a character at its end.</summary>
public static class ShortText
{
    /// <summary>At most so many characters of a text.</summary>
    /// <param name="maximum">Maximum number of characters.</param>
    public static string Of(string text, int maximum)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= maximum)
        {
            return text;
        }

        return text[..(maximum > 0 && char.IsHighSurrogate(text[maximum - 1]) ? maximum - 1 : maximum)];
    }

    /// <summary>At most so many characters of a text, and an ellipsis when there were more.</summary>
    /// <param name="maximum">Maximum number of characters, the ellipsis not counted.</param>
    public static string WithEllipsis(string text, int maximum) => Of(text, maximum) is var kept && kept.Length == text.Length ? text : $"{kept}…";
}

using System.Text.RegularExpressions;

namespace Phira.PluginService.Plugins.Configuration.Schema;

/// <summary>
/// Regular expressions written by plugin authors and run inside the host: only the engine whose time grows with the length of the text
/// alone, never with a badly chosen (or malicious) expression.
/// </summary>
internal static class SchemaPattern
{
    private const int MaximumLength = 512;

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(250);

    /// <summary>Makes a pattern.</summary>
    /// <param name="text">The expression.</param>
    /// <returns>The pattern, or null when it is not one or needs look-around or back-references.</returns>
    public static Regex? Create(string text)
    {
        try
        {
            return text.Length > MaximumLength
                ? null
                : new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Timeout);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether a text matches; null when finding out takes too long.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    public static bool? Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}

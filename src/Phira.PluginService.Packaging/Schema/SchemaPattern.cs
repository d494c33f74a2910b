using System.Text.RegularExpressions;

namespace Phira.PluginService.Packaging.Schema;

/// <summary>
/// Regular expressions written by plugin authors and run inside the host: only the engine whose time grows with the length of the text
/// alone, never with a badly chosen (or malicious) expression.
/// </summary>
internal sealed class SchemaPattern
{
    private const int MaximumLength = 512;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly string _text;
    private readonly Regex _regex;

    private SchemaPattern(string text, Regex regex)
    {
        _text = text;
        _regex = regex;
    }

    /// <returns>The pattern, or null when it is not one, is too long, or needs look-around or back-references.</returns>
    public static SchemaPattern? Create(string text)
    {
        try
        {
            return text.Length > MaximumLength || EcmaPattern.Translate(text) is not { } translated
                ? null
                : new SchemaPattern(text, new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Timeout));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether a text matches; null when finding out takes too long.</summary>
    public bool? Matches(string text)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The expression as its author wrote it.</summary>
    public override string ToString() => _text;
}

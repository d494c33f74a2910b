namespace Phira.PluginService.Plugins.Values;

/// <summary>Names that guests choose for what they offer.</summary>
internal static class GuestNames
{
    /// <summary>Whether a text consists of <c>a-z</c>, <c>0-9</c> and some punctuation; an empty one does.</summary>
    /// <param name="punctuation">The other characters that it may have.</param>
    public static bool ConsistsOf(string text, string punctuation) =>
        text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || punctuation.Contains(c, StringComparison.Ordinal));
}

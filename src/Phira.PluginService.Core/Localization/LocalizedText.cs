using System.Globalization;

namespace Phira.PluginService.Core.Localization;

/// <summary>One text in every language of <see cref="Language"/>; may hold <c>{0}</c>-style placeholders.</summary>
/// <param name="English">The English text.</param>
/// <param name="Chinese">The Simplified Chinese text.</param>
public sealed record LocalizedText(string English, string Chinese)
{
    /// <summary>Returns the text in a language, with its placeholders filled.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="arguments">Values for the placeholders, in order.</param>
    public string In(Language language, params ReadOnlySpan<string> arguments)
    {
        var format = language == Language.Chinese ? Chinese : English;
        return arguments.IsEmpty ? format : string.Format(CultureInfo.InvariantCulture, format, arguments.ToArray());
    }
}

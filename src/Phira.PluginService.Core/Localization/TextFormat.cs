using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Phira.PluginService.Core.Localization;

/// <summary>A text of a catalogue, with its placeholders read once.</summary>
internal sealed class TextFormat
{
    private readonly CompositeFormat? _format;

    public TextFormat(string text)
    {
        Text = text;
        _format = text.Contains('{', StringComparison.Ordinal) ? CompositeFormat.Parse(text) : null;
    }

    public string Text { get; }

    public string Fill(Language language, ImmutableArray<LocalizedText> arguments)
    {
        if (_format is null || arguments.IsEmpty)
        {
            return Text;
        }

        // A stored text can be older than the catalogue and have fewer arguments.
        var values = new object?[Math.Max(arguments.Length, _format.MinimumArgumentCount)];
        for (var index = 0; index < arguments.Length; index++)
        {
            values[index] = arguments[index].In(language);
        }

        return string.Format(CultureInfo.InvariantCulture, _format, values);
    }
}

using Phira.PluginService.Core.Results;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Values;

/// <summary>Texts of plugins that people read. Data of theirs, such as stored values and events, is not touched.</summary>
internal static class GuestText
{
    private const int MaximumReason = 500;

    public static string Line(ComponentValue value, int maximum) => ExternalText.Line(value.AsString(), maximum);

    public static string Lines(ComponentValue value, int maximum) => ExternalText.Lines(value.AsString(), maximum);

    public static string Line(string value, int maximum) => ExternalText.Line(value, maximum);

    public static string Lines(string value, int maximum) => ExternalText.Lines(value, maximum);

    public static string Reason(ComponentValue value) => Line(value, MaximumReason).Trim();
}

using System.ComponentModel;

namespace Phira.PluginService.Api.Plugins;

/// <summary>A part of the log of a plugin.</summary>
internal sealed record LogPageResponse(
    [property: Description("The lines, newest last.")] IReadOnlyList<LogLineResponse> Lines,
    [property: Description("The value of \"before\" that shows the lines before these; null when there are no older ones.")] long? NextBefore);

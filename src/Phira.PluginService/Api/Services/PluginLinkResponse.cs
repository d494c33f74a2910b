using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Api.Services;

/// <summary>One plugin that uses another.</summary>
internal sealed record PluginLinkResponse
{
    [Description("The plugin that uses the other.")]
    public required string From { get; init; }

    [Description("The plugin that is used; it need not be installed when it is optional.")]
    public required string To { get; init; }

    [Description("Whether the first cannot be without the other.")]
    public required bool Required { get; init; }

    [Description("The versions that the manifest accepts; null when the manifest does not name the other plugin any more.")]
    public required string? Range { get; init; }

    [Description("Calls since both were loaded, by service.")]
    public required IReadOnlyList<ServiceCallsResponse> Calls { get; init; }

    public static PluginLinkResponse Create(PluginLink link) => new()
    {
        From = link.From.Value,
        To = link.To.Value,
        Required = link.IsRequired,
        Range = link.Range,
        Calls = [.. link.Calls.Select(ServiceCallsResponse.From)],
    };
}

using System.ComponentModel;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Api.Services;

/// <summary>The services that plugins provide to one another, and their use.</summary>
internal sealed record PluginGraphResponse
{
    [Description("The services that running plugins provide, ordered by plugin and name.")]
    public required IReadOnlyList<ServiceResponse> Services { get; init; }

    [Description("The use of one plugin by another, ordered by both names.")]
    public required IReadOnlyList<PluginLinkResponse> Links { get; init; }

    /// <summary>The whole, or what concerns one plugin.</summary>
    public static PluginGraphResponse From(PluginGraph graph, PluginName? plugin = null) => new()
    {
        Services = [.. graph.Services.Where(service => plugin is null || service.Plugin == plugin).Select(ServiceResponse.From)],
        Links = [.. graph.Links.Where(link => plugin is null || link.From == plugin || link.To == plugin).Select(PluginLinkResponse.Create)],
    };
}

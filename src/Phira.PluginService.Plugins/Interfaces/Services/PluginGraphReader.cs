using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>Reads the relations between the plugins of this host.</summary>
internal sealed class PluginGraphReader(IDeclaredDependencies dependencies, ServiceRegistry services, ServiceTraffic traffic) : IPluginServices
{
    /// <inheritdoc />
    public PluginGraph Read() => new(
        [
            .. services.Providers.SelectMany(
                provider => provider.Services.Ordered,
                (provider, service) => new PluginServiceOffer(provider.Plugin, service.Name, service.Argument?.Json, service.Answer?.Json)),
        ],
        ReadLinks());

    private ImmutableArray<PluginLink> ReadLinks()
    {
        var declared = dependencies.Read().ToDictionary(link => (link.From, To: link.Dependency.Name), link => link.Dependency);
        var counted = traffic.Read().ToLookup(entry => (From: entry.Edge.Caller, To: entry.Edge.Provider));
        return
        [
            .. declared.Keys.Union(counted.Select(group => group.Key))
                .OrderBy(link => link.From.Value, StringComparer.Ordinal)
                .ThenBy(link => link.To.Value, StringComparer.Ordinal)
                .Select(link => Link(link, declared.GetValueOrDefault(link), counted[link])),
        ];
    }

    private static PluginLink Link(
        (PluginName From, PluginName To) link, PluginDependency? dependency, IEnumerable<(ServiceEdge Edge, TrafficReading Reading)> calls) => new(
        link.From,
        link.To,
        dependency is { Optional: false },
        dependency?.Range.Text,
        [
            .. calls.Select(entry => new PluginServiceCalls(
                entry.Edge.Service,
                entry.Reading.Calls,
                entry.Reading.Errors,
                entry.Reading.CallsPerSecond,
                entry.Reading.ErrorsPerSecond,
                entry.Reading.Duration / Math.Max(1, entry.Reading.Calls))),
        ]);
}

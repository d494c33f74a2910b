using System.Collections.Immutable;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>A request that has been checked.</summary>
/// <param name="Body">The body; null when there is none.</param>
internal sealed record OutboundRequest(
    HttpMethod Method, OutboundUrl Url, ImmutableArray<KeyValuePair<string, string>> Headers, byte[]? Body);

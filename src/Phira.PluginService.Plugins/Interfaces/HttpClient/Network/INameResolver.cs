using System.Net;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

/// <summary>Finds the addresses of names.</summary>
internal interface INameResolver
{
    /// <summary>Looks a name up, once.</summary>
    /// <returns>Its addresses in the order to try them; none when it has none.</returns>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellationToken);
}

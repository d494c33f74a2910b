using System.Net;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

/// <summary>Finds the addresses of names.</summary>
internal interface INameResolver
{
    /// <summary>Looks a name up, once.</summary>
    /// <returns>The addresses in the order to try them; empty when there are none.</returns>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellationToken);
}

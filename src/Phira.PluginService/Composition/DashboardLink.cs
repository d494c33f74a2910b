using Microsoft.Extensions.Options;
using Phira.PluginService.Hosting;
using Phira.PluginService.Http;

namespace Phira.PluginService.Composition;

/// <summary>The address of the dashboard as it is printed: the configured one, or else the one that works on this machine.</summary>
internal sealed class DashboardLink(PublicAddress publicAddress, ListeningPorts ports, IOptions<HttpOptions> options)
{
    private string LocalScheme => options.Value.Certificate.Length > 0 ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;

    public string Address => $"{publicAddress.Origin?.ToString() ?? $"{LocalScheme}://{ports.HttpHost}:{ports.Http}"}{publicAddress.Root}";
}

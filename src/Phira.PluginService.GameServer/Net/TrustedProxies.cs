using System.Net;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Settings;
using Phira.PluginService.GameServer.Configuration;

namespace Phira.PluginService.GameServer.Net;

/// <summary>The proxies whose connections begin with a PROXY header.</summary>
internal sealed class TrustedProxies(IOptions<GameServerOptions> options)
{
    private readonly IPNetwork[] _networks = [.. options.Value.TrustedProxies.Select(NetworkText.Parse)];

    public bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_networks, network => network.Contains(plain));
    }
}

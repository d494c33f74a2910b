using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Phira.PluginService.Core.Game;

namespace Phira.PluginService.Hosting;

/// <summary>The TCP ports that were really taken: configuration may say "any".</summary>
internal sealed class ListeningPorts(IGameServerStatus game, IServer server)
{
    public int? Game => game.Port;

    public int? Http => HttpAddress?.Port;

    /// <summary>A name under which a browser on this machine reaches the service.</summary>
    public string HttpHost => HttpAddress is { } address && IPAddress.TryParse(address.Host, out var ip) && !IsAny(ip) ? address.Host : "127.0.0.1";

    private BindingAddress? HttpAddress =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse).FirstOrDefault();

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}

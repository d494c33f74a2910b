using System.Net;
using Microsoft.Extensions.Options;
using Phira.PluginService.GameServer.Moderation;

namespace Phira.PluginService.GameServer.Net;

/// <summary>Decides by its address whether a connection is let in.</summary>
internal sealed class Doorman(BanList bans, ConnectionTable connections, IOptions<GameServerOptions> options)
{
    /// <summary>Banned addresses may take this part of the places for those who have not logged in, to be told of their ban.</summary>
    private const int PartForBanned = 4;

    private readonly GameLimits _limits = options.Value.Limits;
    private readonly AddressLimiter _addresses = new(options.Value.Limits.MaxConnectionsPerAddress);
    private readonly AddressLimiter _banned = new(maxPerAddress: 1);

    private readonly IPNetwork[] _proxies =
        [.. options.Value.TrustedProxies.Select(text => NetworkText.TryParse(text, out var network) ? network : throw new FormatException(text))];

    /// <summary>Whether the server has a place for another connection at all.</summary>
    public bool HasPlace => connections.Count < _limits.MaxConnections && connections.Unauthenticated < _limits.MaxUnauthenticated;

    /// <summary>Whether connections from here begin with a header that tells where they really come from.</summary>
    public bool IsProxy(IPAddress address) =>
        _proxies.Length > 0 && Array.Exists(_proxies, network => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    /// <returns>The limiter to leave when the connection ends; null when it is not let in.</returns>
    public AddressLimiter? TryEnter(IPAddress address)
    {
        var limiter = _addresses;
        if (bans.Find(address) is not null)
        {
            if (connections.Unauthenticated > _limits.MaxUnauthenticated / PartForBanned)
            {
                return null;
            }

            limiter = _banned;
        }

        return limiter.TryEnter(address) ? limiter : null;
    }
}

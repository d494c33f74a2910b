using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Settings;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.Http;

namespace Phira.PluginService.Api.Bans;

/// <summary>Asks back before a ban that most likely keeps out more people than intended.</summary>
internal sealed class BanSafeguard(IBans bans, IOptions<GameServerOptions> game, IOptions<HttpOptions> http)
{
    // About 65,000 addresses, and what a provider is usually given.
    private const int ShortestPrefix = 16;
    private const int ShortestPrefixV6 = 32;

    private static readonly IPNetwork[] Loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    private readonly IPNetwork[] _proxies = [.. game.Value.TrustedProxies.Concat(http.Value.TrustedProxies).Select(NetworkText.Parse).Distinct()];

    /// <returns>A warning about an unusual ban; null when there is none.</returns>
    public Error? WhyAsk(BanTarget target, IPAddress? caller)
    {
        if (target is not BanTarget.Network network)
        {
            return null;
        }

        Error[] causes = [.. Causes(network, caller)];
        return causes.Length == 0
            ? null
            : new Error(BanRequestErrors.NeedsConfirmation, $"{target}", $"{bans.CountAffected(target)}") { Causes = [.. causes] };
    }

    private IEnumerable<Error> Causes(BanTarget.Network network, IPAddress? caller)
    {
        var shortest = network.Range.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? ShortestPrefix : ShortestPrefixV6;
        if (network.Range.PrefixLength < shortest)
        {
            yield return new Error(BanRequestErrors.TargetTooWide, $"{network}");
        }

        if (Array.Exists(Loopback, network.Overlaps))
        {
            yield return new Error(BanRequestErrors.IncludesLoopback, $"{network}");
        }

        foreach (var proxy in _proxies.Where(network.Overlaps))
        {
            yield return new Error(BanRequestErrors.IncludesProxy, $"{network}", $"{proxy}");
        }

        if (caller is not null && !IPAddress.IsLoopback(caller) && network.Contains(caller))
        {
            yield return new Error(BanRequestErrors.IncludesCaller, $"{network}", $"{(caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller)}");
        }
    }
}

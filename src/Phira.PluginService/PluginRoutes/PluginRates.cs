using System.Collections.Concurrent;
using System.Net;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.PluginRoutes;

/// <summary>The rate at which each address may send requests to each plugin. Safe for several threads.</summary>
internal sealed class PluginRates
{
    private const int BurstSeconds = 4;

    private readonly ConcurrentDictionary<PluginName, AddressRates> _rates = [];
    private readonly double _perSecond;
    private readonly TimeProvider _timeProvider;

    public PluginRates(IPluginRoutes routes, TimeProvider timeProvider)
    {
        (_perSecond, _timeProvider) = (routes.Limits.RequestsPerSecond, timeProvider);
        routes.Withdrawn += plugin => _rates.TryRemove(plugin, out _);
    }

    /// <summary>Counts a request.</summary>
    /// <returns>False when there are too many.</returns>
    public bool TryTake(PluginName plugin, IPAddress? address) =>
        _rates.GetOrAdd(plugin, static (_, rates) =>
            new AddressRates(rates._perSecond, (int)Math.Ceiling(rates._perSecond * BurstSeconds), rates._timeProvider), this)
            .TryTake(ClientAddress.KeyOf(address));
}

using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>Rates of plugins that administrators set: so many each second, twice as many in a burst.</summary>
internal static class PluginRate
{
    private const double BurstSeconds = 2;

    /// <summary>A full bucket.</summary>
    public static TokenBucket Of(double perSecond, TimeProvider timeProvider) => new(perSecond, perSecond * BurstSeconds, timeProvider);
}

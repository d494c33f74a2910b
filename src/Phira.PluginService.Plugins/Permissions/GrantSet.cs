using System.Collections.Concurrent;
using System.Collections.Immutable;
using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>
/// The grants of a plugin and its use of them. It outlives the plugin's instances: reloading gives no new rate. Safe for several
/// threads.
/// </summary>
internal sealed class GrantSet(TimeProvider timeProvider, Action<string> used)
{
    private readonly ConcurrentDictionary<string, PermissionRate> _rates = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, PermissionRequest> _grants = ImmutableSortedDictionary<string, PermissionRequest>.Empty;

    /// <summary>The grants, by name. Replaced as a whole; gates see the change at once.</summary>
    public ImmutableSortedDictionary<string, PermissionRequest> Grants
    {
        get => Volatile.Read(ref _grants);
        set => Volatile.Write(ref _grants, value);
    }

    /// <summary>Takes one use of a permission.</summary>
    /// <returns>Null when that is within its rates, or else the rate that is used up, as manifests spell it.</returns>
    public string? Take(PermissionRequest granted)
    {
        if (granted is not { PerSecond: null, PerMinute: null, PerHour: null }
            && _rates.GetOrAdd(granted.Name, static (_, timeProvider) => new PermissionRate(timeProvider), timeProvider).Take(granted) is { } exceeded)
        {
            return exceeded;
        }

        used(granted.Name);
        return null;
    }
}

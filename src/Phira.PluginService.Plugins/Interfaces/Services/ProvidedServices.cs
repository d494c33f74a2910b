using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>The services that one instance provides. They count only while the instance is the active one. Safe for several threads.</summary>
internal sealed class ProvidedServices
{
    private ImmutableDictionary<string, ProvidedService> _byName = ImmutableDictionary<string, ProvidedService>.Empty;

    /// <summary>The services by name.</summary>
    public IReadOnlyDictionary<string, ProvidedService> ByName => Volatile.Read(ref _byName);

    /// <summary>The services, ordered by name.</summary>
    public IEnumerable<ProvidedService> Ordered => ByName.Values.OrderBy(service => service.Name, StringComparer.Ordinal);

    /// <summary>Adds or replaces a service.</summary>
    /// <param name="maximum">The greatest number of services.</param>
    /// <returns>False when there are too many.</returns>
    public bool TryProvide(ProvidedService service, int maximum)
    {
        var isAdded = false;
        ImmutableInterlocked.Update(
            ref _byName,
            present =>
            {
                var changed = present.SetItem(service.Name, service);
                isAdded = changed.Count <= maximum;
                return isAdded ? changed : present;
            });
        return isAdded;
    }

    /// <summary>Removes a service.</summary>
    /// <returns>False when there is none.</returns>
    public bool Withdraw(string name) => ImmutableInterlocked.TryRemove(ref _byName, name, out _);
}

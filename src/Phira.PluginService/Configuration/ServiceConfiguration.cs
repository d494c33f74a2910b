using System.Collections.Immutable;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>What the administrator configured, all sources put together. Keys that no source sets keep the default of their options class.</summary>
/// <param name="Catalog">Every key there is.</param>
/// <param name="Values">The values set, by key.</param>
/// <param name="Demo">Whether players and the Phira API are simulated.</param>
internal sealed record ServiceConfiguration(SettingsCatalog Catalog, ImmutableDictionary<string, SettingValue> Values, bool Demo)
{
    /// <summary>Sets what is configured of some options.</summary>
    /// <param name="options">Options with their defaults.</param>
    public void Apply(object options)
    {
        foreach (var setting in Catalog.Settings)
        {
            if (setting.Options == options.GetType() && Values.TryGetValue(setting.Key, out var value))
            {
                setting.Write(options, value.Value);
            }
        }
    }

    /// <summary>Where a value was configured; null for a default.</summary>
    /// <param name="key">The full key.</param>
    public SourceLocation? OriginOf(string key) => Values.GetValueOrDefault(key)?.Origin;
}

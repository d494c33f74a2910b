using System.Collections.Immutable;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>The configuration of the administrator, all sources put together. Keys that no source sets keep the default of their options class.</summary>
internal sealed record ServiceConfiguration(SettingsCatalog Catalog, ImmutableDictionary<string, SettingValue> Values, bool Demo)
{
    /// <summary>Sets what is configured of some options.</summary>
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

    /// <summary>Returns the place that set a value; null for a default.</summary>
    public SourceLocation? OriginOf(string key) => Values.GetValueOrDefault(key)?.Origin;
}

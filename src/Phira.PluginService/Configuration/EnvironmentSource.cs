using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Configuration;

/// <summary>Reads <c>PHIRA_*</c>: a key in capitals, each dot written as two underscores, or a short name.</summary>
internal static class EnvironmentSource
{
    private const string Prefix = "PHIRA_";

    // Read by the tests of the dashboard, which also start the service.
    private static readonly HashSet<string> NotSettings = new(StringComparer.OrdinalIgnoreCase) { "PHIRA_CHROMIUM", "PHIRA_SERVICE_LINK" };

    // Typed by hand while looking for a fault.
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.OrdinalIgnoreCase) { ["PHIRA_LOG"] = "logging.levels" };

    public static void Read(IReadOnlyDictionary<string, string> environment, SettingsReading reading)
    {
        var known = reading.Catalog.Settings.ToDictionary(setting => setting.Variable, StringComparer.OrdinalIgnoreCase);
        var ours = environment
            .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !NotSettings.Contains(variable.Key))
            .OrderBy(variable => variable.Key, StringComparer.Ordinal);
        foreach (var (name, text) in ours)
        {
            if (ShortNames.TryGetValue(name, out var key) && reading.Catalog.Find(key) is { } named)
            {
                if (environment.ContainsKey(named.Variable))
                {
                    reading.Report(location: null, SettingsErrors.GivenTwice, name, named.Variable);
                }

                reading.SetText(named, text, name);
            }
            else if (known.TryGetValue(name, out var setting))
            {
                reading.SetText(setting, text, name);
            }
            else
            {
                var candidates = known.Values.Select(candidate => candidate.Variable).Concat(ShortNames.Keys);
                reading.Report(location: null, SettingsErrors.UnknownKey, name, NearestKey.Of(name, candidates));
            }
        }
    }
}

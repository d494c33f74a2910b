using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Configuration;

/// <summary>Reads <c>PHIRA_*</c>: a key in capitals, each dot written as two underscores.</summary>
internal static class EnvironmentSource
{
    private const string Prefix = "PHIRA_";

    // Read by the tests of the dashboard, which also start the service.
    private static readonly HashSet<string> NotSettings = new(StringComparer.OrdinalIgnoreCase) { "PHIRA_CHROMIUM", "PHIRA_SERVICE_LINK" };

    public static void Read(IReadOnlyDictionary<string, string> environment, SettingsReading reading)
    {
        var known = reading.Catalog.Settings.ToDictionary(setting => setting.Variable, StringComparer.OrdinalIgnoreCase);
        var ours = environment
            .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !NotSettings.Contains(variable.Key))
            .OrderBy(variable => variable.Key, StringComparer.Ordinal);
        foreach (var (name, text) in ours)
        {
            if (known.TryGetValue(name, out var setting))
            {
                reading.SetText(setting, text, name);
            }
            else
            {
                var candidates = known.Values.Select(candidate => candidate.Variable);
                reading.Report(location: null, SettingsErrors.UnknownKey, name, NearestKey.Of(name, candidates));
            }
        }
    }
}

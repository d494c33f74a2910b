using System.Text.Json;

namespace Phira.PluginService.Testing;

/// <summary>The texts of the dashboard. Both languages have the same keys, or the dashboard does not compile.</summary>
public static class DashboardTexts
{
    private static readonly Dictionary<string, string> Texts = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(RepositoryFiles.PathOf("src", "Phira.PluginService.Dashboard", "src", "i18n", "zh-CN.json")))!;

    /// <summary>Finds the names that the dashboard would show as they are, because it has no text for them.</summary>
    /// <param name="prefix">Prefix of the keys, for example <c>permission.</c>.</param>
    /// <param name="names">Names that the service gives.</param>
    public static IEnumerable<string> FindMissing(string prefix, IEnumerable<string> names) =>
        names.Select(name => prefix + name).Where(key => !Texts.ContainsKey(key));
}

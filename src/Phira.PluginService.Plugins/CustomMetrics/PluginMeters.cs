namespace Phira.PluginService.Plugins.CustomMetrics;

/// <summary>How the meters are called that hold what plugins measure.</summary>
public static class PluginMeters
{
    /// <summary>Beginning of the name; the plugin's follows.</summary>
    public const string Prefix = "Phira.PluginService.Plugins.Custom.";
}

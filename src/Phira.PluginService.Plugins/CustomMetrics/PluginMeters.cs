namespace Phira.PluginService.Plugins.CustomMetrics;

/// <summary>The names of the meters for metrics that plugins define.</summary>
public static class PluginMeters
{
    /// <summary>The prefix of each name, followed by the name of the plugin.</summary>
    public const string Prefix = "Phira.PluginService.Plugins.Custom.";
}

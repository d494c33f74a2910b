namespace Phira.PluginService.Plugins.Lifecycle.Blueprints;

/// <summary>The difference between two blueprints of a plugin.</summary>
internal enum BlueprintDifference
{
    /// <summary>In nothing.</summary>
    None,

    /// <summary>In the defaults or the schema of the configuration, and nothing else.</summary>
    Configuration,

    /// <summary>In the component or in what else the manifest says.</summary>
    Version,
}

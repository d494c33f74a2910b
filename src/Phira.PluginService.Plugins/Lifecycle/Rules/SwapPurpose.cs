namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The reason for replacing a running instance.</summary>
internal enum SwapPurpose
{
    /// <summary>The version in the folder.</summary>
    Reload,

    /// <summary>A configuration that is stored once the plugin has taken it.</summary>
    Configuration,

    /// <summary>Other defaults, or another schema, of the configuration.</summary>
    Definition,

    /// <summary>Grants that an instance holds for as long as it lives.</summary>
    Grants,

    /// <summary>The configuration before one that failed.</summary>
    ConfigurationRollback,

    /// <summary>The configuration that is stored, in place of one that could not be.</summary>
    ConfigurationReturn,

    /// <summary>The version before one that failed.</summary>
    VersionRollback,
}

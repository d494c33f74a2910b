namespace Phira.PluginService.Core.Results;

/// <summary>Failures of plugin management.</summary>
public static class PluginErrors
{
    /// <summary>{0}: plugin name.</summary>
    public static readonly ErrorCode NotFound = new("plugin.not_found", ErrorKind.NotFound);
}

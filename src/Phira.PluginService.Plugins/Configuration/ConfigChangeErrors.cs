using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Configuration;

/// <summary>Refusals of changes of a plugin's configuration.</summary>
internal static class ConfigChangeErrors
{
    /// <summary>{0}: plugin; {1}: revision asked for.</summary>
    public static readonly ErrorCode NoRevision = new("config.no_revision", ErrorKind.NotFound);

    /// <summary>{0}: the most names that a key may join.</summary>
    public static readonly ErrorCode Key = new("config.key", ErrorKind.InvalidArgument);

    /// <summary>{0}: plugin.</summary>
    public static readonly ErrorCode NotStored = new("config.not_stored", ErrorKind.Internal);

    /// <summary>{0}: plugin; {1}: what the plugin says.</summary>
    public static readonly ErrorCode Refused = new("config.refused", ErrorKind.Unprocessable);
}

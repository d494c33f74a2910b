namespace Phira.PluginService.Plugins.Settings;

/// <summary>Who decides what plugins are granted.</summary>
public enum ApprovalPolicy
{
    /// <summary>An administrator; until then a plugin that asks for anything does not run.</summary>
    Ask,

    /// <summary>
    /// Nobody: a plugin is granted all that it asks for and the security policy allows, until an administrator decides about it. For trials and
    /// for hosts where only trusted people can put plugins into the directory.
    /// </summary>
    Trust,
}

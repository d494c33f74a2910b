namespace Phira.PluginService.Plugins.Settings;

/// <summary>The policy by which permissions are granted to plugins.</summary>
public enum ApprovalPolicy
{
    /// <summary>An administrator decides; until then a plugin that asks for anything does not run.</summary>
    Ask,

    /// <summary>
    /// No approval is needed: a plugin is granted all that it asks for and the security policy allows, until an administrator decides about it. For trials
    /// and for hosts where only trusted people can put plugins into the directory.
    /// </summary>
    Trust,
}

namespace Phira.PluginService.Plugins.HotReload;

/// <summary>The next step for a folder after a look at it.</summary>
internal enum FolderStep
{
    /// <summary>No step: the folder is as it was loaded.</summary>
    None,

    /// <summary>The folder has changed lately: look again soon.</summary>
    Wait,

    /// <summary>The folder has stopped changing: load it if it is complete.</summary>
    Try,

    /// <summary>The folder has not changed for long, complete or not: load it, or report why not.</summary>
    Decide,
}

namespace Phira.PluginService.Plugins.HotReload;

/// <summary>The next step for a folder after a look at it.</summary>
internal enum FolderStep
{
    /// <summary>Nothing: it is as it was taken over.</summary>
    None,

    /// <summary>It has changed lately: look again soon.</summary>
    Wait,

    /// <summary>It has stopped changing: take it over if it is complete.</summary>
    Try,

    /// <summary>It has not changed for long, complete or not: take it over, or say why not.</summary>
    Decide,
}

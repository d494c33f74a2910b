namespace Phira.PluginService.Sandbox.Files;

/// <summary>The places in its result where a function returns handles.</summary>
internal enum FileAnswer
{
    /// <summary>Nowhere.</summary>
    Plain,

    /// <summary>It returns one.</summary>
    Handle,

    /// <summary>Its success is one.</summary>
    Success,

    /// <summary>A list of pairs, each with one first.</summary>
    Pairs,

    /// <summary>It is never carried out: there is nothing to do it with.</summary>
    Never,

    /// <summary>It always answers <c>access-denied</c>.</summary>
    Denied,
}

namespace Phira.PluginService.Sandbox.Files;

/// <summary>The places in its result where a function returns handles.</summary>
internal enum FileAnswer
{
    /// <summary>The result holds no handle.</summary>
    Plain,

    /// <summary>The result is a handle.</summary>
    Handle,

    /// <summary>The success value is a handle.</summary>
    Success,

    /// <summary>The result is a list of pairs, each with a handle first.</summary>
    Pairs,

    /// <summary>The function is never carried out: no guest can have a handle for it.</summary>
    Never,

    /// <summary>The function always answers <c>access-denied</c>.</summary>
    Denied,
}

namespace Phira.PluginService.PluginRoutes;

/// <summary>Somebody who may call what a plugin serves.</summary>
/// <param name="Name">The administrator's name; null where everybody may call.</param>
/// <param name="IsStillAllowed">Whether the caller still has access; sessions and tickets expire.</param>
internal sealed record PluginCaller(string? Name, Func<bool> IsStillAllowed)
{
    /// <summary>Anybody, where everybody may call.</summary>
    public static PluginCaller Anybody { get; } = new(null, static () => true);
}

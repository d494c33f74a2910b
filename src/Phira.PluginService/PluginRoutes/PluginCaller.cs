namespace Phira.PluginService.PluginRoutes;

/// <summary>A caller with access to the routes and files of a plugin.</summary>
/// <param name="Name">The administrator's name; null where everybody may call.</param>
/// <param name="IsStillAllowed">Whether the caller still has access; sessions and tickets expire.</param>
internal sealed record PluginCaller(string? Name, Func<bool> IsStillAllowed)
{
    /// <summary>An anonymous caller of public routes and files.</summary>
    public static PluginCaller Anybody { get; } = new(null, static () => true);
}

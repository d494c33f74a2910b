namespace Phira.PluginService.PluginRoutes;

/// <summary>Somebody who may call what a plugin serves.</summary>
/// <param name="Name">The administrator's name; null where everybody may call.</param>
/// <param name="IsStillAllowed">Whether that is so by now: sessions and tickets end.</param>
internal sealed record PluginCaller(string? Name, Func<bool> IsStillAllowed)
{
    /// <summary>Anybody, where everybody may call.</summary>
    public static PluginCaller Anybody { get; } = new(null, static () => true);
}

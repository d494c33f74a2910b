namespace Phira.PluginService.PluginRoutes;

/// <summary>Somebody who may call a route.</summary>
/// <param name="Name">The administrator's name; null on a public route.</param>
internal sealed record PluginCaller(string? Name)
{
    /// <summary>Anybody, on a public route.</summary>
    public static PluginCaller Anybody { get; } = new((string?)null);
}

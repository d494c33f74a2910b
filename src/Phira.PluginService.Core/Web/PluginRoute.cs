namespace Phira.PluginService.Core.Web;

/// <summary>A route that a plugin has registered.</summary>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Pattern">The path after <c>/plugins/{name}</c>, with <c>{name}</c> for one segment and <c>{name...}</c> for the rest.</param>
/// <param name="BodyBytes">Bytes that the body of a request may have; null when the plugin has not limited it.</param>
public sealed record PluginRoute(string Method, string Pattern, RouteAccess Access, int? BodyBytes = null);

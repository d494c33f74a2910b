using Phira.PluginService.Core.Web;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>An answer of a guest that was read.</summary>
/// <param name="Response">The answer; null when it cannot be sent.</param>
/// <param name="Problem">The reason for which it cannot be sent.</param>
internal readonly record struct ResponseReading(RouteResponse? Response, string? Problem);

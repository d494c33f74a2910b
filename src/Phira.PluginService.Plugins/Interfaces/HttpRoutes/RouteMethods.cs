using System.Collections.Immutable;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>The methods that a route may have. <c>OPTIONS</c> is answered by the host.</summary>
internal static class RouteMethods
{
    private static readonly ImmutableArray<string> All = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    public static HostReply Refusal { get; } = HostReply.Invalid($"method: {string.Join(' ', All)}");

    public static bool IsKnown(string method) => All.Contains(method, StringComparer.Ordinal);
}

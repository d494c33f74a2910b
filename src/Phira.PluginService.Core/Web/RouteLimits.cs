namespace Phira.PluginService.Core.Web;

/// <summary>The limits of requests to plugins. Set by the operator.</summary>
/// <param name="Timeout">Maximum time until a request is answered: its body, the queue and the plugin together.</param>
/// <param name="RequestBytes">Bytes that the body of a request may have; a route may be limited to less.</param>
/// <param name="RequestsPerSecond">Requests per second that one address (IPv6: one /64) may send to one plugin; four times as many in a burst.</param>
public sealed record RouteLimits(TimeSpan Timeout, int RequestBytes, double RequestsPerSecond);

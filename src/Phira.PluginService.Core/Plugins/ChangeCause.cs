using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Plugins;

/// <summary>Who and what made a change.</summary>
/// <param name="Actor">Who: an administrator's token name, <c>host</c>, <c>supervisor</c>, <c>hot-reload</c> or <c>plugin:name</c>.</param>
/// <param name="Reason">What for, for the history.</param>
/// <param name="CorrelationId">Joins what one request caused; the request's trace id where there is one.</param>
public sealed record ChangeCause(string Actor, LocalizedText Reason, string CorrelationId)
{
    /// <summary>Whether an administrator asked for it, as opposed to the service by itself or a plugin.</summary>
    public bool IsByAdministrator => Actor is not ("host" or "supervisor" or "hot-reload") && !Actor.StartsWith("plugin:", StringComparison.Ordinal);
}

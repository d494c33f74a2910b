namespace Phira.PluginService.Core.Plugins;

/// <summary>Who and what made a change.</summary>
/// <param name="Actor">Who: an administrator's token name, <c>host</c>, <c>supervisor</c>, <c>hot-reload</c> or <c>plugin:name</c>.</param>
/// <param name="Reason">What for, in English, for the history.</param>
/// <param name="CorrelationId">Joins what one request caused; the request's trace id where there is one.</param>
public sealed record ChangeCause(string Actor, string Reason, string CorrelationId);

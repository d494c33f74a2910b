using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Audit;

/// <summary>An act that somebody must answer for.</summary>
/// <param name="Actor">Name of an administrator's token, <c>configuration</c> or <c>plugin:name</c>.</param>
/// <param name="Action">Stable dotted name of the act, for example <c>user.kick</c> or <c>plugin.grant</c>.</param>
/// <param name="Target">Object of the act, for example <c>user:100</c> or <c>plugin:welcome</c>.</param>
/// <param name="Reason">
/// The reason or the details: words of an administrator or a plugin, or a text of the catalogues; an empty literal when there is nothing to add.
/// </param>
/// <param name="Outcome"><c>done</c>, or the code of the error.</param>
/// <param name="CorrelationId">Joins the effects of one request; empty when there was none.</param>
public sealed record AuditRecord(string Actor, string Action, string Target, LocalizedText Reason, string Outcome, string CorrelationId)
{
    /// <summary>The outcome of what succeeded.</summary>
    public const string Done = "done";
}

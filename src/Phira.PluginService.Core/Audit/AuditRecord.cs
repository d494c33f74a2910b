using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Audit;

/// <summary>Something that was done and must be answerable for.</summary>
/// <param name="Actor">Who: an administrator's token name, <c>configuration</c> or <c>plugin:name</c>.</param>
/// <param name="Action">What, as a stable dotted name, for example <c>user.kick</c> or <c>plugin.grant</c>.</param>
/// <param name="Target">On what, for example <c>user:100</c> or <c>plugin:welcome</c>.</param>
/// <param name="Reason">
/// Why, or what exactly: words of an administrator or a plugin, or a text of the catalogues; an empty literal when there is nothing to add.
/// </param>
/// <param name="Outcome">What came of it: <c>done</c>, or the code of the error.</param>
/// <param name="CorrelationId">Joins what one request caused; empty when there was none.</param>
public sealed record AuditRecord(string Actor, string Action, string Target, LocalizedText Reason, string Outcome, string CorrelationId)
{
    /// <summary>The outcome of what succeeded.</summary>
    public const string Done = "done";
}

using System.ComponentModel;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Api.Audit;

/// <summary>One entry of the audit log.</summary>
internal sealed record AuditEntryResponse
{
    [Description("Its place in the log, from 1 without gaps.")]
    public required long Number { get; init; }

    [Description("Time at which it was written.")]
    public required DateTimeOffset At { get; init; }

    [Description("The author: an administrator, configuration or plugin:name.")]
    public required string Actor { get; init; }

    [Description("Stable dotted name of the act, for example user.kick.")]
    public required string Action { get; init; }

    [Description("Object of the act, for example user:100 or plugin:welcome.")]
    public required string Target { get; init; }

    [Description("The reason or the details: words of an administrator or a plugin as they were given, texts of the service in the caller's language; empty when there is nothing to add.")]
    public required string Reason { get; init; }

    [Description("done, unknown when the caller cancelled the request, or the code of the error.")]
    public required string Outcome { get; init; }

    [Description("Joins what one request caused.")]
    public required string CorrelationId { get; init; }

    [Description("SHA-256 over the entry and the hash of the one before it.")]
    public required string Hash { get; init; }

    public static AuditEntryResponse From(AuditEntry entry, Language language) => new()
    {
        Number = entry.Number,
        At = entry.At,
        Actor = entry.Record.Actor,
        Action = entry.Record.Action,
        Target = entry.Record.Target,
        Reason = entry.Record.Reason.In(language),
        Outcome = entry.Record.Outcome,
        CorrelationId = entry.Record.CorrelationId,
        Hash = entry.Hash,
    };
}

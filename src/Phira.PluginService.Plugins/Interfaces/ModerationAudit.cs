using Phira.PluginService.Core.Audit;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>
/// Carries out moderation for one plugin and writes down what came of it. What was done is in the audit log before the plugin hears of
/// it; while the log cannot be written, nothing is done.
/// </summary>
internal sealed class ModerationAudit(HostContext context)
{
    /// <summary>Takes note that a call was refused before it reached the host function.</summary>
    public void Refused(HostFunction function, ReadOnlySpan<ComponentValue> arguments, HostReply refusal) =>
        context.Services.Permissions.NoteRefused(context.Plugin, Record(function.Moderation!(context, arguments), refusal));

    /// <summary>Carries a call out.</summary>
    public HostReply CarryOut(HostFunction function, ReadOnlySpan<ComponentValue> arguments)
    {
        if (context.Services.Storage.Check() is { } problem)
        {
            return problem;
        }

        if (!context.Services.Permissions.CanRecord)
        {
            return HostReply.Unavailable("the audit log cannot be written; nothing is moderated meanwhile");
        }

        // Read before: what it names may be gone afterwards.
        var call = function.Moderation!(context, arguments);
        if (!context.Quotas.Moderations.TryTake())
        {
            return Note(call, context.Exceeded(LimitNames.ModerationsPerSecond, "moderation calls per second"));
        }

        var reply = function.Handler!(context, arguments);
        if (reply.ErrorCase is not null)
        {
            return Note(call, reply);
        }

        var record = Record(call, reply);
        return HostWait.TryWait(context, _ => context.Services.Permissions.RecordAsync(record), out var written) && written
            ? reply
            : HostReply.Unavailable("it is done, but the audit log did not take it within this call's time");
    }

    private HostReply Note(ModerationCall call, HostReply reply)
    {
        context.Services.Permissions.NoteRefused(context.Plugin, Record(call, reply));
        return reply;
    }

    private AuditRecord Record(ModerationCall call, HostReply reply) => new(
        $"plugin:{context.Plugin}",
        call.Action,
        call.Target,
        call.Reason,
        reply.Outcome,
        CorrelationId: "");
}

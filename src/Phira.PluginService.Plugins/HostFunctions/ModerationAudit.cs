using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>
/// Carries out moderation for one plugin and writes down what came of it. What was done is in the audit log before the plugin hears of
/// it; while the log cannot be written, nothing is done.
/// </summary>
/// <param name="rate">The rate at which the plugin may moderate.</param>
internal sealed class ModerationAudit(HostContext context, IStorageHealth storage, PermissionUsageRecorder usage, TokenBucket rate)
{
    /// <summary>Takes note that a call was refused before it reached the host function.</summary>
    public void Refused(BoundFunction function, ReadOnlySpan<ComponentValue> arguments, HostReply refusal) =>
        usage.NoteRefused(context.Plugin, Record(function.Moderation!(arguments), refusal));

    /// <summary>Carries a call out.</summary>
    public HostReply CarryOut(BoundFunction function, ReadOnlySpan<ComponentValue> arguments)
    {
        if (storage.Check() is { } problem)
        {
            return problem;
        }

        if (!usage.CanRecord)
        {
            return HostReply.Unavailable("the audit log cannot be written; nothing is moderated meanwhile");
        }

        // Read before: what it names may be gone afterwards.
        var call = function.Moderation!(arguments);
        if (!rate.TryTake())
        {
            return Note(call, context.Exceeded(LimitNames.ModerationsPerSecond, "moderation calls per second"));
        }

        var reply = function.Handler(arguments);
        if (reply.ErrorCase is not null)
        {
            return Note(call, reply);
        }

        var record = Record(call, reply);
        return HostWait.TryWait(context, _ => usage.RecordAsync(record), out var written) && written
            ? reply
            : HostReply.Unavailable("it is done, but the audit log did not take it within this call's time");
    }

    private HostReply Note(ModerationCall call, HostReply reply)
    {
        usage.NoteRefused(context.Plugin, Record(call, reply));
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

using System.Collections.Immutable;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>
/// Moderation calls that came to nothing, until they are written down: a few one by one, the rest as a number, so that a plugin that
/// keeps trying cannot fill the disk. Safe for several threads.
/// </summary>
internal sealed class RefusedCalls(TimeProvider timeProvider)
{
    private const double RecordsPerSecond = 0.1;
    private const double Burst = 20;
    private const string LeftOutOutcome = "refused";

    private readonly Lock _lock = new();
    private readonly Dictionary<PluginName, Attempts> _attempts = [];
    private readonly List<AuditRecord> _records = [];

    /// <summary>Takes note of a call.</summary>
    public void Add(PluginName plugin, AuditRecord record)
    {
        lock (_lock)
        {
            var attempts = Of(plugin);
            if (attempts.Bucket.TryTake())
            {
                _records.Add(record);
            }
            else
            {
                attempts.LeftOut++;
            }
        }
    }

    /// <summary>Takes out what is to be written down.</summary>
    /// <param name="everything">Whether also to count what was left out of plugins whose records are used up: nothing comes after this.</param>
    public ImmutableArray<AuditRecord> Take(bool everything)
    {
        lock (_lock)
        {
            foreach (var (plugin, attempts) in _attempts)
            {
                if (attempts.LeftOut > 0 && (attempts.Bucket.TryTake() || everything))
                {
                    _records.Add(new AuditRecord(
                        $"plugin:{plugin}",
                        PluginAuditActions.LeaveOutRefusedCalls,
                        $"plugin:{plugin}",
                        LocalizedText.Of("audit.refused_calls_left_out", $"{attempts.LeftOut}"),
                        LeftOutOutcome,
                        CorrelationId: ""));
                    attempts.LeftOut = 0;
                }
            }

            ImmutableArray<AuditRecord> taken = [.. _records];
            _records.Clear();
            return taken;
        }
    }

    private Attempts Of(PluginName plugin)
    {
        if (!_attempts.TryGetValue(plugin, out var attempts))
        {
            _attempts[plugin] = attempts = new Attempts(new TokenBucket(RecordsPerSecond, Burst, timeProvider));
        }

        return attempts;
    }

    private sealed class Attempts(TokenBucket bucket)
    {
        public TokenBucket Bucket { get; } = bucket;

        public long LeftOut { get; set; }
    }
}

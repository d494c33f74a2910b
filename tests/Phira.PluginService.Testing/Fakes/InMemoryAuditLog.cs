using System.Collections.Concurrent;
using Phira.PluginService.Core.Audit;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>An audit log that ends with the test. Its entries have no hashes.</summary>
public sealed class InMemoryAuditLog(TimeProvider time) : IAuditLog
{
    private readonly ConcurrentQueue<AuditEntry> _entries = new();

    /// <summary>Runs before a record is written.</summary>
    public Func<AuditRecord, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>The records so far, oldest first.</summary>
    public IReadOnlyList<AuditRecord> Records => [.. _entries.Select(entry => entry.Record)];

    /// <inheritdoc />
    public async Task<AuditEntry> AppendAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        await Before(record);
        var entry = new AuditEntry(_entries.Count + 1, time.GetUtcNow(), record, "");
        _entries.Enqueue(entry);
        return entry;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AuditEntry>>(
        [
            .. _entries.Reverse()
                .Where(entry => (query.Before is null || entry.Number < query.Before)
                    && (query.Actor is null || entry.Record.Actor == query.Actor)
                    && (query.Target is null || entry.Record.Target == query.Target)
                    && (query.Action is null
                        || entry.Record.Action == query.Action
                        || (query.Action.EndsWith('.') && entry.Record.Action.StartsWith(query.Action, StringComparison.Ordinal))))
                .Take(query.Count),
        ]);

    /// <inheritdoc />
    public Task<long?> FindBrokenEntryAsync(CancellationToken cancellationToken) => Task.FromResult<long?>(null);
}

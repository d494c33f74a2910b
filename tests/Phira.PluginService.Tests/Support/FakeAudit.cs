using Phira.PluginService.Core.Audit;

namespace Phira.PluginService.Tests.Support;

/// <summary>An audit log in memory.</summary>
internal sealed class FakeAudit : IAuditLog
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public List<AuditEntry> Entries { get; } = [];

    public long? BrokenEntry { get; set; }

    public AuditQuery? LastQuery { get; private set; }

    /// <summary>The record of the only thing done.</summary>
    public AuditRecord Only => Assert.Single(Entries).Record;

    public Task<AuditEntry> AppendAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        var entry = new AuditEntry(Entries.Count + 1, At, record, "hash");
        Entries.Add(entry);
        return Task.FromResult(entry);
    }

    public Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        LastQuery = query;
        return Task.FromResult<IReadOnlyList<AuditEntry>>(
            [.. Entries.AsEnumerable().Reverse().Where(entry => entry.Number < (query.Before ?? long.MaxValue)).Take(query.Count)]);
    }

    public Task<long?> FindBrokenEntryAsync(CancellationToken cancellationToken) => Task.FromResult(BrokenEntry);
}

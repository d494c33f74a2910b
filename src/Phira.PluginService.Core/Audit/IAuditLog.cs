namespace Phira.PluginService.Core.Audit;

/// <summary>The record of acts and their authors. Entries are only ever added. A completed call has reached the disk.</summary>
public interface IAuditLog
{
    /// <summary>Adds a record.</summary>
    /// <param name="cancellationToken">Cancels waiting; the record may have been written.</param>
    Task<AuditEntry> AppendAsync(AuditRecord record, CancellationToken cancellationToken);

    /// <summary>Reads entries, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken);

    /// <summary>Recomputes the hashes of all entries.</summary>
    /// <returns>The number of the first entry that was tampered with, or null when all are as they were written.</returns>
    Task<long?> FindBrokenEntryAsync(CancellationToken cancellationToken);
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage.Stores;

/// <summary>Numbered entries, each with a hash that covers the one before it.</summary>
internal sealed class AuditLog(IDbContextFactory<PhiraDbContext> contexts, StorageWriter writer, TimeProvider timeProvider) : IAuditLog
{
    private const string Beginning = "";

    public Task<AuditEntry> AppendAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        var at = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        return writer.RecordAsync(
            async context =>
            {
                var last = await context.Audit.AsNoTracking()
                    .OrderByDescending(row => row.Number)
                    .Select(row => new { row.Number, row.Hash })
                    .FirstOrDefaultAsync();
                var row = ToRow(record, (last?.Number ?? 0) + 1, at, last?.Hash ?? Beginning);
                context.Add(row);
                await context.SaveChangesAsync();
                return ToEntry(row);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.Audit.AsNoTracking();
        if (query.Before is { } before)
        {
            rows = rows.Where(row => row.Number < before);
        }

        if (query.Actor is { } actor)
        {
            rows = rows.Where(row => row.Actor == actor);
        }

        if (query.Target is { } target)
        {
            rows = rows.Where(row => row.Target == target);
        }

        if (query.Action is { } action)
        {
            rows = action.EndsWith('.') ? rows.Where(row => row.Action.StartsWith(action)) : rows.Where(row => row.Action == action);
        }

        var found = await rows.OrderByDescending(row => row.Number).Take(query.Count).ToListAsync(cancellationToken);
        return found.ConvertAll(ToEntry);
    }

    public async Task<long?> FindBrokenEntryAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (number, hash) = (0L, Beginning);
        await foreach (var row in context.Audit.AsNoTracking().OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            number++;
            hash = HashOf(row, number, hash);
            if (row.Number != number || row.Hash != hash)
            {
                return number;
            }
        }

        return null;
    }

    private static AuditRow ToRow(AuditRecord record, long number, long at, string previous)
    {
        var row = new AuditRow
        {
            Number = number,
            At = at,
            Actor = record.Actor,
            Action = record.Action,
            Target = record.Target,
            Reason = record.Reason.ToJson(),
            Outcome = record.Outcome,
            CorrelationId = record.CorrelationId,
            Hash = "",
        };
        row.Hash = HashOf(row, number, previous);
        return row;
    }

    private static AuditEntry ToEntry(AuditRow row) => new(
        row.Number,
        DateTimeOffset.FromUnixTimeMilliseconds(row.At),
        new AuditRecord(row.Actor, row.Action, row.Target, ReasonOf(row), row.Outcome, row.CorrelationId),
        row.Hash);

    // The log must stay readable where somebody has changed it: the check of the hashes tells which entry is not as it was written.
    private static LocalizedText ReasonOf(AuditRow row)
    {
        try
        {
            return LocalizedText.FromJson(row.Reason);
        }
        catch (JsonException)
        {
            return LocalizedText.Literal(row.Reason);
        }
    }

    // Over the columns as they are stored, so that no change of a text's form can hide one.
    private static string HashOf(AuditRow row, long number, string previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> integer = stackalloc byte[sizeof(long)];
        Add(integer, number);
        Add(integer, row.At);
        foreach (var text in (ReadOnlySpan<string>)
            [previous, row.Actor, row.Action, row.Target, row.Reason, row.Outcome, row.CorrelationId])
        {
            // With its length in front, no text can pretend to be the end of one and the beginning of the next.
            var bytes = Encoding.UTF8.GetBytes(text);
            Add(integer, bytes.Length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(Span<byte> buffer, long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(buffer, value);
            hash.AppendData(buffer);
        }
    }
}

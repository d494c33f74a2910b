using System.Globalization;
using System.Text;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Audit;

/// <summary>Writes the audit log as comma-separated values.</summary>
internal static class AuditCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    // Without the mark, spreadsheets take Chinese text for another encoding.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<AuditEntryResponse> entries, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, Encoding, leaveOpen: true);
        await writer.WriteAsync(CsvText.Row("number", "at", "actor", "action", "target", "reason", "outcome", "correlationId", "hash"));
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            var row = CsvText.Row(
                entry.Number.ToString(CultureInfo.InvariantCulture),
                entry.At.ToString("O", CultureInfo.InvariantCulture),
                entry.Actor,
                entry.Action,
                entry.Target,
                entry.Reason,
                entry.Outcome,
                entry.CorrelationId,
                entry.Hash);
            await writer.WriteAsync(row.AsMemory(), cancellationToken);
        }
    }
}

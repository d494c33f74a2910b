using System.Text.Json;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Audit;

/// <summary>Writes the audit log as one JSON object a line.</summary>
internal static class AuditJsonLines
{
    public const string ContentType = "application/x-ndjson";

    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private static readonly JsonSerializerOptions Json = CreateOptions();

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<AuditEntryResponse> entries, CancellationToken cancellationToken)
    {
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(output, entry, Json, cancellationToken);
            await output.WriteAsync(NewLine, cancellationToken);
        }
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        return options;
    }
}

using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Logs;

/// <summary>A line of a plugin's log as it is on disk: one JSON object with short names.</summary>
internal sealed record StoredLine(
    [property: JsonPropertyName("n")] long Number,
    [property: JsonPropertyName("t")] DateTimeOffset At,
    [property: JsonPropertyName("l")] PluginLogLevel Level,
    [property: JsonPropertyName("m")] string Message,
    [property: JsonPropertyName("f")] ImmutableDictionary<string, string>? Fields)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        Converters = { new JsonStringEnumConverter<PluginLogLevel>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The line with its end.</summary>
    public static byte[] Write(PluginLogLine line)
    {
        var stored = new StoredLine(line.Number, line.At, line.Level, line.Message, line.Fields.IsEmpty ? null : line.Fields);
        return [.. JsonSerializer.SerializeToUtf8Bytes(stored, Format), (byte)'\n'];
    }

    /// <summary>Reads a line.</summary>
    /// <returns>The line; null for one that was cut off when the service was killed, or is being written.</returns>
    public static PluginLogLine? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredLine>(bytes, Format) is { Message: not null } line
                ? new PluginLogLine(line.At, line.Level, line.Message, line.Fields ?? ImmutableDictionary<string, string>.Empty) { Number = line.Number }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

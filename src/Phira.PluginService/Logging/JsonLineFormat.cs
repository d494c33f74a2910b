using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Phira.PluginService.Logging;

/// <summary>Entries for programs: one JSON object each.</summary>
internal sealed class JsonLineFormat : ILineFormat
{
    // Chinese text stays readable. The encoder still escapes what would end the line.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(LogLine line, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(line, json);
        }

        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        output.Write('\n');
    }

    private static void Write(LogLine line, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("time", line.At);
        json.WriteString("level", WordOf(line.Level));
        json.WriteString("category", line.Category);
        json.WriteNumber("event", line.EventId);
        json.WriteString("message", line.Message);
        if (line.Span != default)
        {
            json.WriteString("traceId", line.Span.TraceId.ToHexString());
            json.WriteString("spanId", line.Span.SpanId.ToHexString());
        }

        if (line.Exception is not null)
        {
            json.WriteString("exception", line.Exception.ToString());
        }

        if (line.Properties.Count > 0)
        {
            json.WriteStartObject("properties");
            foreach (var (name, value) in line.Properties.DistinctBy(property => property.Key))
            {
                json.WritePropertyName(name);
                Write(value, json);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string WordOf(LogLevel level) => level switch
    {
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        _ => level.ToString().ToLowerInvariant(),
    };

    private static void Write(object? value, Utf8JsonWriter json)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long or uint or short or ushort or byte or sbyte:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}

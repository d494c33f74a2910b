using System.Text.Json;
using System.Text.Json.Serialization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Serialization;

/// <summary>Cleans every text of a request where it is read. Configurations of plugins are JSON of their own and stay as they are.</summary>
internal sealed class RequestTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? ExternalText.Lines(text, int.MaxValue) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}

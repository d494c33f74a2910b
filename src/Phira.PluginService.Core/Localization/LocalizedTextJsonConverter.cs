using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phira.PluginService.Core.Localization;

/// <summary>Writes words as a JSON string, and a text of the catalogues as an object with <c>key</c> and <c>arguments</c>.</summary>
internal sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    private const string Key = "key";
    private const string Arguments = "arguments";

    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        if (value.Key is not { } key)
        {
            writer.WriteStringValue(value.ToString());
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(Key, key);
        writer.WriteStartArray(Arguments);
        foreach (var argument in value.Arguments)
        {
            Write(writer, argument, options);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static LocalizedText Read(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => LocalizedText.Literal(element.GetString()!),
            JsonValueKind.Object => LocalizedText.OfKey(
                Required(element, Key, JsonValueKind.String).GetString()!,
                [.. Required(element, Arguments, JsonValueKind.Array).EnumerateArray().Select(Read)]),
            _ => throw new JsonException($"A text cannot be {element.ValueKind}."),
        };

    private static JsonElement Required(JsonElement element, string name, JsonValueKind kind) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw new JsonException($"A text has no \"{name}\" that is {kind}.");
}

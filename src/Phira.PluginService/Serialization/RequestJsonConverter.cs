using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phira.PluginService.Serialization;

/// <summary>Reads JSON of any shape. It refuses a text that cannot be decoded, because decoding it later would throw, and a key that is there twice.</summary>
internal sealed class RequestJsonConverter : JsonConverter<JsonElement>
{
    // The JSON reader does not carry the rule about duplicates, and the caller's options would lead back here.
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var ahead = reader;
        var end = reader;
        end.TrySkip();
        while (true)
        {
            if (ahead.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                Decode(ref ahead);
            }

            if (ahead.BytesConsumed >= end.BytesConsumed)
            {
                return JsonSerializer.Deserialize<JsonElement>(ref reader, Strict);
            }

            ahead.Read();
        }
    }

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);

    private static void Decode(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text is not valid Unicode.", exception);
        }
    }
}

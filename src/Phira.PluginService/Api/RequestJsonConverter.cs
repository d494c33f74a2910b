using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phira.PluginService.Api;

/// <summary>Reads JSON whose form is not ours to know, and makes sure that each text in it can be decoded; otherwise whoever uses it would throw.</summary>
internal sealed class RequestJsonConverter : JsonConverter<JsonElement>
{
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
                return JsonElement.ParseValue(ref reader);
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
        catch (InvalidOperationException undecodable)
        {
            throw new JsonException("A text is no valid Unicode.", undecodable);
        }
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Json;

/// <summary>Reads JSON without surprises: no field twice, no half characters, no endless nesting, no endless text.</summary>
internal static class StrictJson
{
    /// <summary>The largest configuration or schema in bytes.</summary>
    public const int MaximumBytes = 256 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a configuration.</summary>
    public static Result<JsonObject> ReadObject(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaximumBytes)
        {
            return new Error(ConfigErrors.TooLarge, $"{MaximumBytes}");
        }

        try
        {
            return Read(text) is { ValueKind: JsonValueKind.Object } element
                ? JsonObject.Create(element)!
                : new Error(ConfigErrors.NotAnObject, JsonTypes.Of(Read(text)));
        }
        catch (JsonException exception)
        {
            return new Error(ConfigErrors.NotJson, exception.Message);
        }
    }

    /// <summary>Reads any JSON value.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonElement Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            var element = document.RootElement.Clone();
            CheckTexts(element);
            return element;
        }
        catch (InvalidOperationException exception)
        {
            // Half a surrogate pair is noticed only when a text is taken out.
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <summary>Writes a value, keeping characters readable.</summary>
    public static string Write(JsonNode node) => node.ToJsonString(Plain);

    private static void CheckTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    CheckTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    CheckTexts(property.Value);
                }

                break;
        }
    }
}

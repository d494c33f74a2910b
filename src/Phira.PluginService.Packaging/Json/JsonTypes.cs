using System.Text.Json;

namespace Phira.PluginService.Packaging.Json;

/// <summary>The type names of JSON Schema.</summary>
internal static class JsonTypes
{
    /// <summary>The type of a value.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => IsWhole(value) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    /// <summary>Whether a value is of a type; a whole number is both an integer and a number.</summary>
    public static bool Is(JsonElement value, string type) =>
        Of(value) is var actual && (actual == type || (actual == "integer" && type == "number"));

    /// <summary>A text as a JSON value.</summary>
    public static JsonElement OfText(string text) => JsonSerializer.SerializeToElement(text);

    private static bool IsWhole(JsonElement value) =>
        value.TryGetDecimal(out var exact)
            ? decimal.Truncate(exact) == exact
            : value.GetDouble() is var number && double.IsFinite(number) && Math.Truncate(number) == number;
}

using System.Text.Json;

namespace Phira.PluginService.Api.ConfigHistory;

/// <summary>
/// Decides which fields of previous configurations may be shown. The schema of today is all there is to go by, so whatever it does not
/// plainly describe as no secret stays hidden.
/// </summary>
internal sealed class ConfigDisclosure
{
    private const string Secret = "writeOnly";
    private const string Reference = "$ref";

    private static readonly HashSet<string> Describing = ["properties", "$defs", "definitions", "required", "examples", "default"];

    private readonly JsonElement? _schema;
    private readonly bool _hidesAll;

    /// <summary>Reads a schema.</summary>
    /// <param name="schemaJson">The schema; null when the plugin has none and so declares no secrets.</param>
    public ConfigDisclosure(string? schemaJson)
    {
        _schema = schemaJson is null ? null : JsonElement.Parse(schemaJson);
        _hidesAll = _schema is { } schema && Mentions(schema, Secret) && AppliesBeyondProperties(schema);
    }

    /// <summary>Whether a field may be shown.</summary>
    public bool Shows(string field)
    {
        if (_schema is not { } schema)
        {
            return true;
        }

        return !_hidesAll
            && schema.ValueKind == JsonValueKind.Object
            && schema.TryGetProperty("properties", out var properties)
            && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty(field, out var described)
            && !Mentions(described, Secret)
            && !(Mentions(described, Reference) && Mentions(schema, Secret));
    }

    // Such as allOf or patternProperties: which fields these are about is the schema engine's to know.
    private static bool AppliesBeyondProperties(JsonElement schema) => schema.ValueKind == JsonValueKind.Object
        && schema.EnumerateObject().Any(keyword =>
            !Describing.Contains(keyword.Name)
            && (keyword.NameEquals(Secret) || keyword.NameEquals(Reference) || Mentions(keyword.Value, Secret) || Mentions(keyword.Value, Reference)));

    private static bool Mentions(JsonElement element, string keyword) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(property => property.NameEquals(keyword) || Mentions(property.Value, keyword)),
        JsonValueKind.Array => element.EnumerateArray().Any(item => Mentions(item, keyword)),
        _ => false,
    };
}

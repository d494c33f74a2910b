using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Api.Plugins;

/// <summary>
/// Puts a configuration schema into one language: beside <c>title</c> and <c>description</c> may stand <c>x-i18n</c> with the same by language
/// tag. What has no version in the language keeps the text of the schema itself.
/// </summary>
internal static class SchemaTexts
{
    private const string Keyword = "x-i18n";

    private static readonly string[] Texts = ["title", "description"];

    // Their content is data, not schema.
    private static readonly HashSet<string> Data = ["const", "default", "enum", "examples", Keyword];

    // Their members are schemas by names that anybody may choose.
    private static readonly HashSet<string> Named = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"];

    public static JsonElement In(Language language, string schema)
    {
        var root = JsonNode.Parse(schema);
        Translate(root, language);
        return JsonSerializer.SerializeToElement(root);
    }

    private static void Translate(JsonNode? node, Language language)
    {
        if (node is JsonObject schema)
        {
            if (schema[Keyword] is JsonObject languages)
            {
                Choose(schema, languages, language);
            }

            foreach (var child in schema.Where(member => !Data.Contains(member.Key)).SelectMany(member => SchemasIn(member.Key, member.Value)))
            {
                Translate(child, language);
            }
        }
    }

    private static IEnumerable<JsonNode?> SchemasIn(string keyword, JsonNode? value) => value switch
    {
        JsonArray items => items,
        JsonObject named when Named.Contains(keyword) => named.Select(member => member.Value),
        _ => [value],
    };

    private static void Choose(JsonObject schema, JsonObject languages, Language language)
    {
        foreach (var name in Texts)
        {
            List<KeyValuePair<string, string>> versions = [];
            AddText(versions, "", schema[name]);
            foreach (var (tag, version) in languages)
            {
                AddText(versions, tag, (version as JsonObject)?[name]);
            }

            if (versions.Count > 0)
            {
                schema[name] = new TranslatedText([.. versions]).In(language);
            }
        }
    }

    private static void AddText(List<KeyValuePair<string, string>> versions, string tag, JsonNode? text)
    {
        if (text is JsonValue value && value.TryGetValue<string>(out var words))
        {
            versions.Add(new(tag, words));
        }
    }
}

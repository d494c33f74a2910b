using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Packaging.Toml;

/// <summary>Turns TOML values into JSON. Dates and times become strings.</summary>
internal static class TomlJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a value as JSON text.</summary>
    public static string Write(string path, TomlValue value, ProblemList problems) =>
        Convert(path, value, problems)?.ToJsonString(Options) ?? "null";

    private static JsonNode? Convert(string path, TomlValue value, ProblemList problems) => value.Kind switch
    {
        TomlKind.Table => Table(path, value, problems),
        TomlKind.Array => new JsonArray(
            [.. value.Items.Select((item, index) => Convert($"{path}[{index}]", item, problems))]),
        TomlKind.Integer => value.Integer,
        TomlKind.Float => Number(path, value, problems),
        TomlKind.Boolean => value.Boolean,
        _ => value.Text,
    };

    private static JsonObject Table(string path, TomlValue value, ProblemList problems)
    {
        var result = new JsonObject();
        foreach (var member in value.Members)
        {
            result.Add(member.Key, Convert($"{path}.{member.Key}", member.Value, problems));
        }

        return result;
    }

    private static JsonValue? Number(string path, TomlValue value, ProblemList problems)
    {
        if (double.IsFinite(value.Float))
        {
            return JsonValue.Create(value.Float);
        }

        problems.Add(value.Location, ManifestErrors.NotANumber, path);
        return null;
    }
}

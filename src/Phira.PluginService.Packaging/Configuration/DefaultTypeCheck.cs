using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Json;
using Phira.PluginService.Packaging.Schema;

namespace Phira.PluginService.Packaging.Configuration;

/// <summary>
/// The check of values for a plugin without a schema: a field that has a default keeps its type, so that a slip of the pen reaches the
/// administrator and not the plugin. Everything else is free.
/// </summary>
internal static class DefaultTypeCheck
{
    /// <summary>Compares values with the defaults.</summary>
    public static IReadOnlyList<ConfigProblem> Check(JsonObject defaults, JsonObject values)
    {
        var problems = new List<ConfigProblem>();
        Check(defaults, values, JsonPath.Root, problems);
        return problems;
    }

    private static void Check(JsonObject defaults, JsonObject values, JsonPath path, List<ConfigProblem> problems)
    {
        foreach (var (name, standard) in defaults)
        {
            if (!values.TryGetPropertyValue(name, out var value))
            {
                continue;
            }

            var place = path.Field(name);
            if (standard is JsonObject inner && value is JsonObject outer)
            {
                Check(inner, outer, place, problems);
            }
            else if (TypeOf(standard) is var expected && TypeOf(value) is var actual && expected != actual)
            {
                problems.Add(new(place, new Error(ConfigErrors.WrongType, $"{place}", expected, actual)));
            }
        }
    }

    private static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}

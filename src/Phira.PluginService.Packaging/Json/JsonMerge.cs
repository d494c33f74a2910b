using System.Text.Json.Nodes;

namespace Phira.PluginService.Packaging.Json;

/// <summary>Lays one configuration over another. Objects are joined field by field; everything else is replaced as a whole.</summary>
internal static class JsonMerge
{
    /// <summary>Lays an overlay over a base.</summary>
    public static JsonObject Merge(JsonObject below, JsonObject above)
    {
        var result = below.DeepClone().AsObject();
        foreach (var (name, value) in above)
        {
            result[name] = result[name] is JsonObject inner && value is JsonObject over ? Merge(inner, over) : value?.DeepClone();
        }

        return result;
    }

    /// <summary>The overlay that makes one configuration of another.</summary>
    public static JsonObject Difference(JsonObject below, JsonObject whole)
    {
        var result = new JsonObject();
        foreach (var (name, value) in whole)
        {
            if (below.TryGetPropertyValue(name, out var standard) && JsonNode.DeepEquals(standard, value))
            {
                continue;
            }

            result[name] = standard is JsonObject inner && value is JsonObject outer ? Difference(inner, outer) : value?.DeepClone();
        }

        return result;
    }
}

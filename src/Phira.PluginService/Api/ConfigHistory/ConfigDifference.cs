using System.Text.Json;

namespace Phira.PluginService.Api.ConfigHistory;

/// <summary>Compares two stored configurations.</summary>
internal static class ConfigDifference
{
    /// <summary>Finds the fields that differ, ordered by name.</summary>
    /// <param name="beforeJson">The configuration before: one JSON object.</param>
    /// <param name="disclosure">The rule that hides values of secrets.</param>
    public static IReadOnlyList<ConfigChangeResponse> Between(string beforeJson, string afterJson, ConfigDisclosure disclosure)
    {
        var (before, after) = (Fields(beforeJson), Fields(afterJson));
        return
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Where(field => !Same(Find(before, field), Find(after, field)))
                .Select(field => Change(field, Find(before, field), Find(after, field), disclosure.Shows(field))),
        ];
    }

    private static Dictionary<string, JsonElement> Fields(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    private static JsonElement? Find(Dictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) ? value : null;

    private static bool Same(JsonElement? one, JsonElement? other) =>
        one is { } left && other is { } right ? JsonElement.DeepEquals(left, right) : one is null && other is null;

    private static ConfigChangeResponse Change(string field, JsonElement? before, JsonElement? after, bool shown) => new()
    {
        Field = field,
        Hidden = !shown,
        Before = shown ? before : null,
        After = shown ? after : null,
    };
}

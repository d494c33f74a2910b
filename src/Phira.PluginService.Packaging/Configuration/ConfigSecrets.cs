using System.Text.Json.Nodes;
using Phira.PluginService.Packaging.Schema;

namespace Phira.PluginService.Packaging.Configuration;

/// <summary>Takes secrets out of a configuration, and puts those back that an update left out.</summary>
internal sealed class ConfigSecrets
{
    private readonly SecretFinder _finder = new();

    private ConfigSecrets()
    {
    }

    /// <summary>A copy without secrets.</summary>
    public static JsonObject Remove(SchemaNode schema, JsonObject values)
    {
        var copy = values.DeepClone().AsObject();
        var secrets = new ConfigSecrets();
        secrets.Strip(copy, secrets._finder.Expand([schema]));
        return copy;
    }

    /// <summary>Copies secrets that an update does not mention from the effective values.</summary>
    public static void Keep(SchemaNode schema, JsonObject effective, JsonObject update, JsonObject target)
    {
        var secrets = new ConfigSecrets();
        secrets.Restore(effective, update, target, secrets._finder.Expand([schema]));
    }

    private void Strip(JsonNode? node, IReadOnlyCollection<SchemaNode> schemas)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var name in fields.Select(pair => pair.Key).ToList())
                {
                    var inner = _finder.Field(schemas, name);
                    if (_finder.IsSecret(inner))
                    {
                        fields.Remove(name);
                    }
                    else
                    {
                        Strip(fields[name], inner);
                    }
                }

                break;
            case JsonArray items:
                StripItems(items, schemas);
                break;
        }
    }

    private void StripItems(JsonArray items, IReadOnlyCollection<SchemaNode> schemas)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var inner = _finder.Element(schemas, i);
            if (_finder.IsSecret(inner))
            {
                // Without the element the others would change their places.
                items[i] = null;
            }
            else
            {
                Strip(items[i], inner);
            }
        }
    }

    private void Restore(JsonObject effective, JsonObject? update, JsonObject target, IReadOnlyCollection<SchemaNode> schemas)
    {
        foreach (var (name, value) in effective)
        {
            var inner = _finder.Field(schemas, name);
            if (_finder.IsSecret(inner))
            {
                if (update is null || !update.ContainsKey(name))
                {
                    target[name] = value?.DeepClone();
                }
            }
            else if (value is JsonObject below && target[name] is JsonObject above)
            {
                Restore(below, update?[name] as JsonObject, above, inner);
            }
            else if (value is JsonArray belowItems && target[name] is JsonArray aboveItems)
            {
                RestoreItems(belowItems, aboveItems, inner);
            }
        }
    }

    // Elements have no names: one is the same as before only if all that the administrator can see of it is the same.
    private void RestoreItems(JsonArray effective, JsonArray target, IReadOnlyCollection<SchemaNode> schemas)
    {
        var before = effective
            .Select((item, index) => (Item: item, Visible: Visible(item, _finder.Element(schemas, index))))
            .ToList();
        for (var i = 0; i < target.Count; i++)
        {
            var known = before.FindIndex(candidate => JsonNode.DeepEquals(candidate.Visible, target[i]));
            if (known >= 0)
            {
                target[i] = before[known].Item?.DeepClone();
                before.RemoveAt(known);
            }
        }
    }

    private JsonNode? Visible(JsonNode? item, IReadOnlyCollection<SchemaNode> schemas)
    {
        if (_finder.IsSecret(schemas))
        {
            return null;
        }

        var copy = item?.DeepClone();
        Strip(copy, schemas);
        return copy;
    }
}

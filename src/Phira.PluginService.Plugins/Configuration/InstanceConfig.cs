using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Json;

namespace Phira.PluginService.Plugins.Configuration;

/// <summary>The configuration as one instance sees it: the effective one, and what it changed itself. Used on the instance's thread only.</summary>
internal sealed class InstanceConfig(ConfigDefinition definition, string effectiveJson, int revision)
{
    private const int MaximumParts = 32;

    private ConfigDefinition _definition = definition;
    private JsonObject _values = Parse(effectiveJson);

    /// <summary>The stored revision that the values come from.</summary>
    public int Revision { get; private set; } = revision;

    /// <summary>All values, secrets included.</summary>
    public string ToJson() => StrictJson.Write(_values);

    /// <summary>Replaces everything, own changes included.</summary>
    public void Replace(string newEffectiveJson, int newRevision)
    {
        _values = Parse(newEffectiveJson);
        Revision = newRevision;
    }

    /// <summary>Applies other defaults and another schema; the values stay until they are replaced.</summary>
    /// <param name="newDefinition">The new definition of the configuration.</param>
    public void Redefine(ConfigDefinition newDefinition) => _definition = newDefinition;

    /// <summary>Notes the revision under which the plugin's own changes were stored.</summary>
    public void Saved(int newRevision) => Revision = newRevision;

    /// <summary>Reads one value.</summary>
    /// <returns>One JSON value, or null when there is none.</returns>
    public string? Get(string key)
    {
        JsonNode? node = _values;
        foreach (var part in key.Split('.'))
        {
            if (node is not JsonObject table || !table.TryGetPropertyValue(part, out node))
            {
                return null;
            }
        }

        return node is null ? "null" : StrictJson.Write(node);
    }

    /// <summary>Changes one value.</summary>
    /// <param name="key">The name of the value; dots reach into tables, which are made where they are missing.</param>
    public Result Set(string key, string json)
    {
        var parts = key.Split('.', MaximumParts + 1);
        if (parts.Length > MaximumParts || parts.Contains(""))
        {
            return new Error(ConfigChangeErrors.Key, $"{MaximumParts}");
        }

        JsonNode? value;
        try
        {
            StrictJson.Read(json);
            value = JsonNode.Parse(json);
        }
        catch (JsonException exception)
        {
            return new Error(ConfigErrors.NotJson, exception.Message);
        }

        var changed = _values.DeepClone().AsObject();
        var table = changed;
        foreach (var part in parts[..^1])
        {
            if (table[part] is not JsonObject inner)
            {
                inner = [];
                table[part] = inner;
            }

            table = inner;
        }

        table[parts[^1]] = value;
        var accepted = _definition.Accept(storedOverlayJson: null, StrictJson.Write(changed));
        if (!accepted.IsSuccess)
        {
            return accepted.Error;
        }

        _values = changed;
        return Result.Success;
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Json;
using Phira.PluginService.Packaging.Schema;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Packaging.Configuration;

/// <summary>The definition of a plugin's configuration: the manifest's defaults and its JSON Schema. Immutable.</summary>
internal sealed class ConfigDefinition
{
    private readonly JsonObject _defaults;
    private readonly SchemaNode? _schema;

    private ConfigDefinition(JsonObject defaults, SchemaNode? schema, string? schemaJson)
    {
        _defaults = defaults;
        _schema = schema;
        SchemaJson = schemaJson;
    }

    /// <summary>The schema as text; null when the plugin has none.</summary>
    public string? SchemaJson { get; }

    /// <summary>Reads defaults and schema.</summary>
    /// <param name="schema">The schema, or null.</param>
    public static Result<ConfigDefinition> Create(string defaultsJson, ConfigSchema? schema)
    {
        var defaults = StrictJson.ReadObject(defaultsJson);
        if (!defaults.IsSuccess)
        {
            return defaults.Error;
        }

        if (schema is null)
        {
            return new ConfigDefinition(defaults.Value, null, null);
        }

        var (root, problems) = CompileSchema(schema);
        return root is null
            ? Problems.Sum(ManifestErrors.Invalid, problems)
            : new ConfigDefinition(defaults.Value, root, schema.Json);
    }

    /// <summary>
    /// Returns the problems of the defaults themselves. They may be incomplete, for the administrator can add required fields, but each
    /// field in them must be right.
    /// </summary>
    public IReadOnlyList<ConfigProblem> CheckDefaults() =>
        [.. Check(_defaults).Where(problem => problem.Error.Code != ConfigErrors.Missing && problem.Error.Code != ConfigErrors.Rule)];

    /// <summary>The values for the plugin: the defaults under the stored overlay.</summary>
    /// <param name="overlayJson">The stored overlay; null when nothing was ever stored.</param>
    /// <returns>One JSON object, secrets included, or everything that is wrong with the values.</returns>
    public Result<string> Effective(string? overlayJson)
    {
        var merged = Merge(overlayJson);
        if (!merged.IsSuccess)
        {
            return merged.Error;
        }

        return Sum(Check(merged.Value)) is { } error ? error : StrictJson.Write(merged.Value);
    }

    /// <summary>Checks an administrator's new values.</summary>
    /// <param name="storedOverlayJson">The current overlay; null when nothing was ever stored.</param>
    /// <param name="valuesJson">
    /// The new values: one JSON object that replaces the overlay. Fields that it leaves out have their default again, but secrets, which
    /// the administrator cannot see, keep their value.
    /// </param>
    public Result<ConfigChange> Accept(string? storedOverlayJson, string valuesJson)
    {
        var update = StrictJson.ReadObject(valuesJson);
        if (!update.IsSuccess)
        {
            return update.Error;
        }

        var values = JsonMerge.Merge(_defaults, update.Value);
        var effective = Merge(storedOverlayJson);
        if (_schema is not null && effective.IsSuccess)
        {
            ConfigSecrets.Keep(_schema, effective.Value, update.Value, values);
        }

        return Sum(Check(values)) is { } error
            ? error
            : new ConfigChange(StrictJson.Write(JsonMerge.Difference(_defaults, values)), StrictJson.Write(values));
    }

    /// <summary>The values as they may be shown: without the fields that the schema marks <c>writeOnly</c>.</summary>
    public string WithoutSecrets(string effectiveJson)
    {
        var values = StrictJson.ReadObject(effectiveJson);
        return _schema is null || !values.IsSuccess
            ? effectiveJson
            : StrictJson.Write(ConfigSecrets.Remove(_schema, values.Value));
    }

    private static (SchemaNode? Root, IReadOnlyList<Error> Problems) CompileSchema(ConfigSchema schema)
    {
        try
        {
            var (root, problems) = SchemaCompiler.Compile(StrictJson.Read(schema.Json));
            return (root, [.. problems.Select(problem => problem with { Location = schema.Location })]);
        }
        catch (JsonException exception)
        {
            return (null, [new Error(ConfigErrors.SchemaSyntax, exception.Message) { Location = Locate(schema, exception) }]);
        }
    }

    private static SourceLocation Locate(ConfigSchema schema, JsonException problem) =>
        schema.Location.Line is null && problem is { LineNumber: { } line, BytePositionInLine: { } position }
            ? schema.Location with { Line = (int)line + 1, Column = (int)position + 1 }
            : schema.Location;

    private static Error? Sum(IReadOnlyList<ConfigProblem> problems) =>
        problems.Count == 0 ? null : Problems.Sum(ConfigErrors.Invalid, [.. problems.Select(problem => problem.Error)]);

    private Result<JsonObject> Merge(string? overlayJson)
    {
        var overlay = overlayJson is null ? new JsonObject() : StrictJson.ReadObject(overlayJson);
        return overlay.IsSuccess ? JsonMerge.Merge(_defaults, overlay.Value) : overlay.Error;
    }

    private IReadOnlyList<ConfigProblem> Check(JsonObject values)
    {
        if (_schema is null)
        {
            return DefaultTypeCheck.Check(_defaults, values);
        }

        return SchemaValidator.Validate(_schema, JsonSerializer.SerializeToElement(values));
    }
}

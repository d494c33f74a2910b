using System.Collections.Immutable;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Json;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Packaging.Toml;

namespace Phira.PluginService.Packaging.Manifest.Reading;

/// <summary>Reads <c>config_schema</c>, and checks that schema and defaults are right and fit together.</summary>
internal sealed class ConfigSection(ManifestTable top, string file, Func<string, Result<ConfigSchema>> readBeside)
{
    /// <summary>The table of default values.</summary>
    public const string Config = "config";

    /// <summary>The keys that say all about the configuration.</summary>
    public static readonly ImmutableArray<string> Keys = [Config, SchemaKey];

    private const string SchemaKey = "config_schema";
    private const int MaximumInline = 64 * 1024;

    /// <summary>Reads the schema.</summary>
    /// <returns>The schema; null when there is none, or when there is a problem.</returns>
    public ConfigSchema? Read(string defaultsJson)
    {
        var schema = top.Find(SchemaKey) is { } member ? Named(member) : Unnamed();
        var definition = ConfigDefinition.Create(defaultsJson, schema);
        if (!definition.IsSuccess)
        {
            var errors = definition.Error.Causes.IsDefaultOrEmpty ? [definition.Error] : definition.Error.Causes;
            top.Problems.AddRange(errors.Select(error => error.Location is null ? At(error, []) : error));
            return null;
        }

        top.Problems.AddRange(definition.Value.CheckDefaults().Select(problem => At(problem.Error, problem.Path.Steps)));
        return schema;
    }

    private ConfigSchema? Named(TomlMember member)
    {
        switch (member.Value.Kind)
        {
            case TomlKind.Table:
                return new(TomlJson.Write(SchemaKey, member.Value, top.Problems), member.Location);
            case TomlKind.String when top.Text(SchemaKey, MaximumInline) is { } text:
                return text.AsSpan().TrimStart().StartsWith('{')
                    ? new(text, member.Value.Location)
                    : PlainFileName.Check(top, SchemaKey, text) ? FromFile(text, member.Value.Location) : null;
            case TomlKind.String:
                return null;
            default:
                top.Problems.Add(
                    member.Value.Location, ManifestErrors.WrongType, SchemaKey, "string/table", ManifestTable.Name(member.Value.Kind));
                return null;
        }
    }

    private ConfigSchema? FromFile(string name, SourceLocation named)
    {
        var schema = readBeside(name);
        if (!schema.IsSuccess)
        {
            // A file that is not there has no place of its own: the place is where it is named.
            var isMissing = schema.Error.Code == ConfigErrors.SchemaMissing;
            top.Problems.AddRange([isMissing ? schema.Error with { Location = named } : schema.Error]);
        }

        return schema.Value;
    }

    private ConfigSchema? Unnamed()
    {
        var schema = readBeside(ConfigSchema.DefaultFileName);
        if (!schema.IsSuccess && schema.Error.Code != ConfigErrors.SchemaMissing)
        {
            top.Problems.AddRange([schema.Error]);
        }

        return schema.Value;
    }

    private Error At(Error error, IReadOnlyList<(string? Name, int Index)> steps)
    {
        var location = new SourceLocation(file, 1, 1);
        if (top.Find(Config) is { } config)
        {
            location = config.Location;
            var value = config.Value;
            foreach (var (name, index) in steps)
            {
                var next = name is null ? value.Items.ElementAtOrDefault(index) : value.Find(name)?.Value;
                if (next is null)
                {
                    break;
                }

                value = next;
                location = value.Location;
            }
        }

        return error with { Location = location };
    }
}

using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Configuration;

namespace Phira.PluginService.Packaging.Tests.Configuration;

/// <summary>Makes configuration definitions from texts.</summary>
internal static class SchemaText
{
    public static ConfigDefinition Define(string? schema, string defaults = "{}")
    {
        var definition = Compile(schema, defaults);
        Assert.True(definition.Error is null, definition.Error?.Describe());
        return definition.Value!;
    }

    public static Result<ConfigDefinition> Compile(string? schema, string defaults = "{}") =>
        ConfigDefinition.Create(defaults, schema is null ? null : new ConfigSchema(schema, new SourceLocation("config.schema.json")));

    /// <summary>Each problem in one line: code and arguments.</summary>
    public static IEnumerable<string> Lines(Error? error)
    {
        if (error is null)
        {
            return [];
        }

        return error.Causes.IsDefaultOrEmpty
            ? [string.Join(' ', [error.Code.Value, .. error.Arguments])]
            : error.Causes.SelectMany(cause => Lines(cause));
    }
}

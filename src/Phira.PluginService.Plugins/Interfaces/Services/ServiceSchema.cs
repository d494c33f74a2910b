using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Phira.PluginService.Packaging.Json;
using Phira.PluginService.Packaging.Schema;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>The JSON Schema (draft 2020-12) of what goes into a service or comes out of it.</summary>
internal sealed class ServiceSchema
{
    private const int ShownProblems = 3;

    private readonly SchemaNode _root;

    private ServiceSchema(string json, SchemaNode root) => (Json, _root) = (json, root);

    /// <summary>The schema as the plugin wrote it.</summary>
    public string Json { get; }

    /// <summary>Reads a schema.</summary>
    /// <param name="problem">The fault in it.</param>
    /// <returns>False when it is none.</returns>
    public static bool TryRead(string json, [NotNullWhen(true)] out ServiceSchema? schema, [NotNullWhen(false)] out string? problem)
    {
        schema = null;
        try
        {
            var (root, problems) = SchemaCompiler.Compile(StrictJson.Read(json));
            if (root is not null)
            {
                (schema, problem) = (new ServiceSchema(json, root), null);
                return true;
            }

            problem = string.Join(" ", problems.Take(ShownProblems).Select(error => error.Message()));
        }
        catch (JsonException exception)
        {
            problem = $"not JSON: {exception.Message}";
        }

        return false;
    }

    /// <summary>Finds the problems of a value, each with its JSON path.</summary>
    /// <returns>The first problems; null when there is none.</returns>
    public string? FindProblem(JsonElement value)
    {
        var problems = SchemaValidator.Validate(_root, value);
        return problems.Count switch
        {
            0 => null,
            1 when problems[0].Error.Code == ConfigErrors.TooComplex => "checking it against the schema takes too many steps",
            _ => string.Join(" ", problems.Take(ShownProblems).Select(problem => problem.Error.Message())),
        };
    }
}

using System.Text.Json;
using Phira.PluginService.Packaging.Json;
using Phira.PluginService.Packaging.Schema;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Packaging.Tests.Schema;

/// <summary>
/// The official test suite of JSON Schema for draft 2020-12. The lists of exclusions are compared in both directions: a case that is listed and
/// passes is an error too.
/// </summary>
public sealed class JsonSchemaSuiteTests
{
    private static readonly string SuiteDirectory =
        RepositoryFiles.PathOf("tests", "Phira.PluginService.Packaging.Tests", "Schema", "json-schema-test-suite");

    private static readonly IReadOnlyList<SuiteSchema> Schemas =
        [.. Directory.EnumerateFiles(SuiteDirectory, "*.json", SearchOption.AllDirectories).SelectMany(SchemasOf)];

    [Fact]
    public void Every_value_gets_the_answer_of_the_suite_unless_left_out_on_purpose()
    {
        var wrong = Schemas
            .Where(schema => schema.Root is not null)
            .SelectMany(schema => schema.Tests
                .Where(test => SchemaValidator.Validate(schema.Root!, test.GetProperty("data")).Count == 0 != test.GetProperty("valid").GetBoolean())
                .Select(test => $"{schema.Name}: {test.GetProperty("description").GetString()}"));

        Assert.Equal(JsonSchemaExclusions.Answers.Order(StringComparer.Ordinal), wrong.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_schema_is_read_unless_left_out_on_purpose()
    {
        var refused = Schemas.Where(schema => schema.Root is null).Select(schema => schema.Name);

        Assert.Equal(JsonSchemaExclusions.Schemas.Order(StringComparer.Ordinal), refused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_suite_is_complete()
    {
        Assert.Equal(53, Schemas.Select(schema => schema.File).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(1102, Schemas.Sum(schema => schema.Tests.Count));
    }

    private static IEnumerable<SuiteSchema> SchemasOf(string path)
    {
        var file = Path.GetRelativePath(SuiteDirectory, path).Replace('\\', '/');
        return StrictJson.Read(File.ReadAllText(path)).EnumerateArray().Select(group => new SuiteSchema(
            file,
            group.GetProperty("description").GetString()!,
            SchemaCompiler.Compile(group.GetProperty("schema")).Root,
            [.. group.GetProperty("tests").EnumerateArray()]));
    }

    private sealed record SuiteSchema(string File, string Description, SchemaNode? Root, IReadOnlyList<JsonElement> Tests)
    {
        public string Name => $"{File}: {Description}";
    }
}

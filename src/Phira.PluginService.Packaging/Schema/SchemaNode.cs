using System.Text.Json;

namespace Phira.PluginService.Packaging.Schema;

/// <summary>One schema or subschema, its keywords read and checked.</summary>
internal sealed class SchemaNode
{
    /// <summary>The schema <c>false</c>: nothing is allowed here.</summary>
    public bool Never { get; set; }

    /// <summary>Whether the value is a secret.</summary>
    public bool WriteOnly { get; set; }

    /// <summary>The text of <c>$ref</c>, until it is resolved.</summary>
    public string? ReferenceText { get; set; }

    public SchemaNode? Reference { get; set; }

    /// <summary>Names of the allowed types; empty for any.</summary>
    public IReadOnlyList<string> Types { get; set; } = [];

    public IReadOnlyList<JsonElement>? Enum { get; set; }

    public JsonElement? Const { get; set; }

    /// <summary>Bounds of numbers, lengths and counts by keyword, as written.</summary>
    public Dictionary<string, JsonElement> Bounds { get; } = [];

    public SchemaPattern? Pattern { get; set; }

    public bool UniqueItems { get; set; }

    public IReadOnlyList<SchemaNode> PrefixItems { get; set; } = [];

    public SchemaNode? Items { get; set; }

    public SchemaNode? Contains { get; set; }

    public SchemaNode? UnevaluatedItems { get; set; }

    public IReadOnlyDictionary<string, SchemaNode> Properties { get; set; } = new Dictionary<string, SchemaNode>();

    public List<(SchemaPattern Pattern, SchemaNode Schema)> PatternProperties { get; } = [];

    public SchemaNode? AdditionalProperties { get; set; }

    public SchemaNode? UnevaluatedProperties { get; set; }

    public SchemaNode? PropertyNames { get; set; }

    public IReadOnlyList<string> Required { get; set; } = [];

    public Dictionary<string, IReadOnlyList<string>> DependentRequired { get; } = [];

    public IReadOnlyDictionary<string, SchemaNode> DependentSchemas { get; set; } = new Dictionary<string, SchemaNode>();

    public IReadOnlyList<SchemaNode> AllOf { get; set; } = [];

    public IReadOnlyList<SchemaNode> AnyOf { get; set; } = [];

    public IReadOnlyList<SchemaNode> OneOf { get; set; } = [];

    public SchemaNode? Not { get; set; }

    public SchemaNode? If { get; set; }

    public SchemaNode? Then { get; set; }

    public SchemaNode? Else { get; set; }

    /// <summary>The schemas that apply to the very same value, whether or not they turn out to hold.</summary>
    public IEnumerable<SchemaNode> InPlace =>
        new[] { Reference, If, Then, Else }.OfType<SchemaNode>()
            .Concat(AllOf)
            .Concat(AnyOf)
            .Concat(OneOf)
            .Concat(DependentSchemas.Values);
}

namespace Phira.PluginService.Packaging.Schema;

/// <summary>
/// Finds which fields a schema marks <c>writeOnly</c>. In doubt a field is a secret: every alternative of the schema counts, whether or
/// not it applies to the values at hand, and so does a schema too tangled to search.
/// </summary>
internal sealed class SecretFinder
{
    private const int MaximumSteps = 200_000;

    private int _steps;

    /// <summary>All schemas that may apply to a value.</summary>
    public IReadOnlyCollection<SchemaNode> Expand(IEnumerable<SchemaNode> schemas)
    {
        var found = new HashSet<SchemaNode>();
        var open = new Stack<SchemaNode>(schemas);
        while (open.TryPop(out var schema))
        {
            if (++_steps <= MaximumSteps && found.Add(schema))
            {
                foreach (var inner in schema.InPlace)
                {
                    open.Push(inner);
                }
            }
        }

        return found;
    }

    /// <summary>Whether a value with these schemas is a secret.</summary>
    public bool IsSecret(IReadOnlyCollection<SchemaNode> schemas) =>
        _steps > MaximumSteps || schemas.Any(schema => schema.WriteOnly);

    /// <summary>All schemas that may apply to a field.</summary>
    public IReadOnlyCollection<SchemaNode> Field(IReadOnlyCollection<SchemaNode> schemas, string name) =>
        Expand(schemas.SelectMany(schema => Fields(schema, name)));

    /// <summary>All schemas that may apply to an element.</summary>
    public IReadOnlyCollection<SchemaNode> Element(IReadOnlyCollection<SchemaNode> schemas, int index) =>
        Expand(schemas.SelectMany(schema => Elements(schema, index)));

    private static IEnumerable<SchemaNode> Fields(SchemaNode schema, string name)
    {
        var named = schema.PatternProperties
            .Where(pair => pair.Pattern.Matches(name) != false)
            .Select(pair => pair.Schema)
            .ToList();
        if (schema.Properties.TryGetValue(name, out var property))
        {
            named.Add(property);
        }

        var others = named.Count == 0 ? [schema.AdditionalProperties, schema.UnevaluatedProperties] : Array.Empty<SchemaNode?>();
        return named.Concat(others.OfType<SchemaNode>());
    }

    private static IEnumerable<SchemaNode> Elements(SchemaNode schema, int index)
    {
        var item = index < schema.PrefixItems.Count ? schema.PrefixItems[index] : schema.Items;
        return new[] { item, schema.Contains, schema.UnevaluatedItems }.OfType<SchemaNode>();
    }
}

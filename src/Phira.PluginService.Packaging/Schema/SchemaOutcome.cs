namespace Phira.PluginService.Packaging.Schema;

/// <summary>The result of checking one value against one schema.</summary>
internal sealed class SchemaOutcome
{
    /// <summary>Problems of the value and of the values below it.</summary>
    public List<ConfigProblem> Problems { get; } = [];

    /// <summary>Fields of the value that some keyword has looked at: what <c>unevaluatedProperties</c> leaves alone.</summary>
    public HashSet<string> Properties { get; } = [];

    /// <summary>Elements of the value that some keyword has looked at: what <c>unevaluatedItems</c> leaves alone.</summary>
    public HashSet<int> Items { get; } = [];

    public bool IsValid => Problems.Count == 0;

    /// <summary>Takes over the outcome of a schema that must hold for the same value.</summary>
    public void Require(SchemaOutcome other)
    {
        Problems.AddRange(other.Problems);
        Observe(other);
    }

    /// <summary>Takes over what a schema that may or may not hold has looked at, when it holds.</summary>
    public void Observe(SchemaOutcome other)
    {
        if (other.IsValid)
        {
            Properties.UnionWith(other.Properties);
            Items.UnionWith(other.Items);
        }
    }
}

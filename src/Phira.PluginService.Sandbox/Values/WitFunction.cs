using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>A function that takes and returns only values.</summary>
/// <param name="Interface">The interface that holds it; empty when the component exports it itself.</param>
/// <param name="Result">The type that it returns; null when it returns nothing.</param>
internal sealed record WitFunction(string Interface, string Name, ImmutableArray<(string Name, WitType Type)> Parameters, WitType? Result)
{
    /// <summary>The order in which all who number functions do so.</summary>
    public static IEnumerable<WitFunction> Sort(IEnumerable<WitFunction> functions) =>
        functions.OrderBy(function => function.Interface, StringComparer.Ordinal).ThenBy(function => function.Name, StringComparer.Ordinal);
}

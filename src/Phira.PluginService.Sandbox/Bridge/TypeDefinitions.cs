using System.Text;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// Types in the text format. Records, variants, enums and flags are defined once each and referred to by number, because a component may only
/// import functions whose types it knows by name.
/// </summary>
internal sealed class TypeDefinitions
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>The definitions, each of which refers only to those before it.</summary>
    public IEnumerable<string> All => _known.OrderBy(known => known.Value).Select(known => known.Key);

    /// <summary>A component that exports all of them by name.</summary>
    public string Component() =>
        $"(component {Each((number, definition) => $"(type $d{number} {definition})(export $t{number} \"t{number}\" (type $d{number}))")})";

    /// <summary>Imports all of them from an instance of <see cref="Component"/>.</summary>
    public string Import() => $"""
        (import "types" (instance $types {Each((number, definition) => $"(type $d{number} {definition})(export \"t{number}\" (type $t{number} (eq $d{number})))")}))
        {Each((number, _) => $"(alias export $types \"t{number}\" (type $t{number}))")}
        """;

    /// <summary>Parameters and result of a function, whose types are defined from now on.</summary>
    public string Signature(WitFunction function)
    {
        var parameters = string.Concat(function.Parameters.Select(parameter => $" (param \"{parameter.Name}\" {Refer(parameter.Type)})"));
        return function.Result is { } type ? $"{parameters} (result {Refer(type)})" : parameters;
    }

    /// <summary>Returns the reference to a type in the text format, and defines the type when it is not defined yet.</summary>
    public string Refer(WitType type) => type.Kind switch
    {
        WitKind.List => $"(list {Refer(type.Parts[0]!)})",
        WitKind.Option => $"(option {Refer(type.Parts[0]!)})",
        WitKind.Tuple => $"(tuple{Join(type.Parts.Select(part => Refer(part!)))})",
        WitKind.Result => Result(type),
        WitKind.Record => Define($"(record{Join(type.Names.Zip(type.Parts, (name, part) => $"(field \"{name}\" {Refer(part!)})"))})"),
        WitKind.Variant => Define(
            $"(variant{Join(type.Names.Zip(type.Parts, (name, part) => part is null ? $"(case \"{name}\")" : $"(case \"{name}\" {Refer(part)})"))})"),
        WitKind.Enum => Define($"(enum{Join(type.Names.Select(name => $"\"{name}\""))})"),
        WitKind.Flags => Define($"(flags{Join(type.Names.Select(name => $"\"{name}\""))})"),
        _ => type.Kind.ToString().ToLowerInvariant(),
    };

    private string Each(Func<int, string, string> write) => string.Concat(All.Index().Select(known => write(known.Index, known.Item) + "\n"));

    private string Result(WitType type)
    {
        var text = new StringBuilder("(result");
        if (type.Parts[0] is { } value)
        {
            text.Append(' ').Append(Refer(value));
        }

        if (type.Parts[1] is { } error)
        {
            text.Append(" (error ").Append(Refer(error)).Append(')');
        }

        return text.Append(')').ToString();
    }

    private string Define(string definition)
    {
        if (!_known.TryGetValue(definition, out var number))
        {
            _known[definition] = number = _known.Count;
        }

        return $"$t{number}";
    }

    private static string Join(IEnumerable<string> parts) => string.Concat(parts.Select(part => " " + part));
}

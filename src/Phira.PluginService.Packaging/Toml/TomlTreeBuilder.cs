using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Text;
using Tomlyn.Syntax;

namespace Phira.PluginService.Packaging.Toml;

/// <summary>Makes a tree of values of a syntax tree, joining tables that the text writes in pieces.</summary>
internal sealed class TomlTreeBuilder(string file)
{
    /// <summary>Greatest depth of nested values, keys with dots included.</summary>
    public const int MaximumDepth = 32;

    private readonly List<Error> _problems = [];

    /// <summary>Values that were left out because they are nested too deeply.</summary>
    public IReadOnlyList<Error> Problems => _problems;

    /// <summary>Builds the top-level table.</summary>
    /// <param name="document">The syntax tree; may hold errors, what is unreadable is left out.</param>
    public TomlValue Build(DocumentSyntax document)
    {
        var root = new TomlValue(TomlKind.Table, new(file, 1, 1));
        AddAll(root, document.KeyValues, 0);
        foreach (var table in document.Tables)
        {
            var path = Path(table.Name);
            if (path.Count == 0 || !CheckDepth(path.Count, path[0].Location))
            {
                continue;
            }

            var parent = Descend(root, path[..^1]);
            var (key, location) = path[^1];
            var target = table is TableArraySyntax ? Append(parent, key, location) : Enter(parent, key, location);
            if (target is not null)
            {
                AddAll(target, table.Items, path.Count);
            }
        }

        return root;
    }

    private static TomlValue? Enter(TomlValue? table, string key, SourceLocation location)
    {
        if (table is null)
        {
            return null;
        }

        if (table.Find(key) is not { } member)
        {
            var created = new TomlValue(TomlKind.Table, location);
            table.Add(new(key, location, created));
            return created;
        }

        return member.Value switch
        {
            { Kind: TomlKind.Table } inner => inner,
            { Kind: TomlKind.Array, Items: [.., { Kind: TomlKind.Table } last] } => last,
            _ => null,
        };
    }

    private static TomlValue? Append(TomlValue? table, string key, SourceLocation location)
    {
        if (table is null)
        {
            return null;
        }

        if (table.Find(key) is not { } member)
        {
            member = new(key, location, new(TomlKind.Array, location));
            table.Add(member);
        }

        if (member.Value.Kind != TomlKind.Array)
        {
            return null;
        }

        var created = new TomlValue(TomlKind.Table, location);
        member.Value.Items.Add(created);
        return created;
    }

    private static TomlValue? Descend(TomlValue? table, IEnumerable<(string Key, SourceLocation Location)> path) =>
        path.Aggregate(table, (inner, step) => Enter(inner, step.Key, step.Location));

    private void AddAll(TomlValue table, IEnumerable<KeyValueSyntax> pairs, int depth)
    {
        foreach (var pair in pairs)
        {
            var path = Path(pair.Key);
            if (path.Count == 0 || pair.Value is null || !CheckDepth(depth + path.Count, path[0].Location))
            {
                continue;
            }

            var (key, location) = path[^1];
            if (Descend(table, path[..^1]) is { } target && Value(pair.Value, depth + path.Count) is { } value)
            {
                target.Add(new(key, location, value));
            }
        }
    }

    private TomlValue? Value(ValueSyntax syntax, int depth)
    {
        var location = Location(syntax.Span);
        switch (syntax)
        {
            case StringValueSyntax text:
                return new(TomlKind.String, location) { Text = text.Value ?? "" };
            case IntegerValueSyntax integer:
                return new(TomlKind.Integer, location) { Integer = integer.Value };
            case FloatValueSyntax number:
                return new(TomlKind.Float, location) { Float = number.Value };
            case BooleanValueSyntax boolean:
                return new(TomlKind.Boolean, location) { Boolean = boolean.Value };
            case DateTimeValueSyntax date:
                return new(TomlKind.DateTime, location) { Text = date.Token?.Text ?? "" };
            case ArraySyntax array when CheckDepth(depth + 1, location):
                var list = new TomlValue(TomlKind.Array, location);
                list.Items.AddRange(array.Items
                    .Select(item => item.Value is null ? null : Value(item.Value, depth + 1))
                    .OfType<TomlValue>());
                return list;
            case InlineTableSyntax inline when CheckDepth(depth + 1, location):
                var table = new TomlValue(TomlKind.Table, location);
                AddAll(table, inline.Items.Select(item => item.KeyValue).OfType<KeyValueSyntax>(), depth);
                return table;
            default:
                return null;
        }
    }

    private bool CheckDepth(int depth, SourceLocation location)
    {
        if (depth <= MaximumDepth)
        {
            return true;
        }

        _problems.Add(new Error(ManifestErrors.TooDeep, $"{MaximumDepth}") { Location = location });
        return false;
    }

    private List<(string Key, SourceLocation Location)> Path(KeySyntax? key)
    {
        List<BareKeyOrStringValueSyntax?> parts = [key?.Key];
        if (key is not null)
        {
            parts.AddRange(key.DotKeys.Select(part => part.Key));
        }

        var path = new List<(string, SourceLocation)>(parts.Count);
        foreach (var part in parts)
        {
            var text = part switch
            {
                BareKeySyntax bare => bare.Key?.Text,
                StringValueSyntax quoted => quoted.Value,
                _ => null,
            };
            if (text is null)
            {
                return [];
            }

            path.Add((text, Location(part!.Span)));
        }

        return path;
    }

    private SourceLocation Location(SourceSpan span) => new(file, span.Start.Line + 1, span.Start.Column + 1);
}

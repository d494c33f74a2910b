using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.Contract;

/// <summary>
/// Reads the interfaces of the WIT package, as far as its own files go: the host must expect exactly the types that plugins are built
/// against, so it takes them from the same files.
/// </summary>
internal sealed class WitReader(IEnumerable<string> files)
{
    private readonly Dictionary<string, WitTokens> _sources = FindInterfaces(files);
    private readonly Dictionary<string, WitInterface> _read = [];

    /// <summary>Reads all interfaces.</summary>
    public ImmutableDictionary<string, WitInterface> ReadAll() =>
        _sources.Keys.ToList().Select(Read).ToImmutableDictionary(found => found.Name);

    private static Dictionary<string, WitTokens> FindInterfaces(IEnumerable<string> files)
    {
        var found = new Dictionary<string, WitTokens>();
        foreach (var file in files)
        {
            var tokens = new WitTokens(file);
            tokens.Expect("package");
            tokens.SkipPast(";");

            // One interface a file; the file of worlds holds none.
            if (tokens.TryTake("interface"))
            {
                found.Add(tokens.Take(), tokens);
            }
        }

        return found;
    }

    private WitInterface Read(string name)
    {
        if (_read.TryGetValue(name, out var known))
        {
            return known;
        }

        var (tokens, types, functions) = (_sources[name], new Dictionary<string, string>(), new Dictionary<string, string>());
        tokens.Expect("{");
        while (!tokens.TryTake("}"))
        {
            ReadItem(tokens, types, functions);
        }

        return _read[name] = new WitInterface(name, types.ToImmutableDictionary(), functions.ToImmutableDictionary());
    }

    private void ReadItem(WitTokens tokens, Dictionary<string, string> types, Dictionary<string, string> functions)
    {
        var word = tokens.Take();
        switch (word)
        {
            case "use":
                Use(tokens, types);
                break;
            case "type":
                var alias = tokens.Take();
                tokens.Expect("=");
                types[alias] = Type(tokens, types);
                tokens.Expect(";");
                break;
            case "record" or "variant" or "enum" or "flags":
                var name = tokens.Take();
                types[name] = Compound(word, tokens, types);
                break;
            default:
                tokens.Expect(":");
                functions[word.TrimStart('%')] = Function(tokens, types);
                tokens.Expect(";");
                break;
        }
    }

    private void Use(WitTokens tokens, Dictionary<string, string> types)
    {
        var source = Read(tokens.Take());
        tokens.Expect(".");
        tokens.Expect("{");
        while (!tokens.TryTake("}"))
        {
            var name = tokens.Take();
            types[tokens.TryTake("as") ? tokens.Take() : name] = source.Types[name];
            tokens.TryTake(",");
        }

        tokens.Expect(";");
    }

    private static string Compound(string word, WitTokens tokens, Dictionary<string, string> types)
    {
        var parts = new List<string>();
        tokens.Expect("{");
        while (!tokens.TryTake("}"))
        {
            var part = tokens.Take().TrimStart('%');
            if (tokens.TryTake(":"))
            {
                part += ": " + Type(tokens, types);
            }
            else if (tokens.TryTake("("))
            {
                part += $"({Type(tokens, types)})";
                tokens.Expect(")");
            }

            parts.Add(part);
            tokens.TryTake(",");
        }

        return $"{word} {{ {string.Join(", ", parts)} }}";
    }

    private static string Function(WitTokens tokens, Dictionary<string, string> types)
    {
        tokens.Expect("func");
        tokens.Expect("(");
        var parameters = new List<string>();
        while (!tokens.TryTake(")"))
        {
            tokens.Take();
            tokens.Expect(":");
            parameters.Add(Type(tokens, types));
            tokens.TryTake(",");
        }

        var head = $"func({string.Join(", ", parameters)})";
        return tokens.TryTake("->") ? $"{head} -> {Type(tokens, types)}" : head;
    }

    private static string Type(WitTokens tokens, Dictionary<string, string> types)
    {
        var name = tokens.Take();
        if (!tokens.TryTake("<"))
        {
            return types.GetValueOrDefault(name.TrimStart('%'), name);
        }

        var arguments = new List<string>();
        while (!tokens.TryTake(">"))
        {
            arguments.Add(tokens.TryTake("_") ? "_" : Type(tokens, types));
            tokens.TryTake(",");
        }

        return $"{name}<{string.Join(", ", arguments)}>";
    }
}

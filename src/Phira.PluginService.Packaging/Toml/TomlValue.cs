using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Toml;

/// <summary>A value of a TOML document and where it stands. Tables and arrays grow while the document is read.</summary>
internal sealed class TomlValue(TomlKind kind, SourceLocation location)
{
    private readonly List<TomlMember> _members = [];
    private readonly Dictionary<string, TomlMember> _byKey = [];

    public TomlKind Kind { get; } = kind;

    public SourceLocation Location { get; } = location;

    /// <summary>The text of a string; of a date or time as written.</summary>
    public string Text { get; init; } = "";

    public long Integer { get; init; }

    public double Float { get; init; }

    public bool Boolean { get; init; }

    /// <summary>The elements of an array.</summary>
    public List<TomlValue> Items { get; } = [];

    /// <summary>The members of a table, in the order of the document.</summary>
    public IReadOnlyList<TomlMember> Members => _members;

    /// <summary>Finds a member of a table.</summary>
    public TomlMember? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Adds a member to a table, unless its key is taken: the first one counts.</summary>
    public void Add(TomlMember member)
    {
        if (_byKey.TryAdd(member.Key, member))
        {
            _members.Add(member);
        }
    }
}

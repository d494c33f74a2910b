using System.Collections.Immutable;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Packaging.Toml;

namespace Phira.PluginService.Packaging.Manifest.Reading;

/// <summary>Reads the members of one table, and writes down what is wrong with them. A wrong value reads as an absent one.</summary>
internal sealed class ManifestTable(string path, TomlValue table, ProblemList problems)
{
    private const int MaximumItems = 256;
    private const int MaximumItemLength = 1024;

    /// <summary>The list that collects problems.</summary>
    public ProblemList Problems => problems;

    /// <summary>Location of the start of the table.</summary>
    public SourceLocation Location => table.Location;

    /// <summary>The members as they stand.</summary>
    public IReadOnlyList<TomlMember> Members => table.Members;

    /// <summary>Returns the name of a type in messages.</summary>
    public static string Name(TomlKind kind) => kind switch
    {
        TomlKind.String => "string",
        TomlKind.Integer => "integer",
        TomlKind.Float => "float",
        TomlKind.Boolean => "boolean",
        TomlKind.DateTime => "date-time",
        TomlKind.Array => "array",
        _ => "table",
    };

    /// <summary>The full name of a key.</summary>
    public string Full(string key) => KnownKeys.Join(path, key);

    /// <summary>Finds a member of any type.</summary>
    public TomlMember? Find(string key) => table.Find(key);

    /// <summary>Writes down every key that is not known.</summary>
    public void CheckKeys(IReadOnlyCollection<string> known)
    {
        foreach (var member in Members.Where(member => !known.Contains(member.Key)))
        {
            problems.Add(
                member.Location, ManifestErrors.UnknownKey, Full(member.Key), KnownKeys.Nearest(path, member.Key, known));
        }
    }

    /// <summary>Reads a member, if its type is right.</summary>
    public TomlValue? Value(string key, TomlKind kind) =>
        Find(key) is { } member && CheckKind(Full(key), member.Value, kind) ? member.Value : null;

    /// <summary>Reads a text that is not empty and not too long.</summary>
    public string? Text(string key, int maximumLength) =>
        Value(key, TomlKind.String) is { } value && CheckText(Full(key), value, maximumLength) ? value.Text : null;

    /// <summary>Reads a text that is only shown to people.</summary>
    public string? ShownText(string key, int maximumLength) =>
        Text(key, maximumLength) is { } text ? ExternalText.Lines(text, maximumLength) : null;

    /// <summary>Reads a truth value.</summary>
    public bool? Boolean(string key) => Value(key, TomlKind.Boolean)?.Boolean;

    /// <summary>Reads a number within bounds.</summary>
    public long? Integer(string key, long minimum, long maximum) =>
        Value(key, TomlKind.Integer) is { } value && CheckInteger(Full(key), value, minimum, maximum) ? value.Integer : null;

    /// <summary>Reads a whole number, or a text with a unit.</summary>
    /// <param name="unit">The unit of the number; null when it is a plain number.</param>
    public long? Amount(string key, AmountUnit? unit)
    {
        if (unit is null || Find(key) is not { Value: { Kind: TomlKind.String } value })
        {
            return Value(key, TomlKind.Integer)?.Integer;
        }

        if (unit.ReadWhole(value.Text) is { } amount)
        {
            return amount;
        }

        problems.Add(value.Location, ManifestErrors.BadAmount, Full(key), value.Text, unit == AmountUnit.Bytes ? "64 MiB" : "1.5 s");
        return null;
    }

    /// <summary>Reads a table.</summary>
    public ManifestTable? Table(string key) =>
        Value(key, TomlKind.Table) is { } value ? new ManifestTable(Full(key), value, problems) : null;

    /// <summary>Reads a list of tables; elements that are none are left out.</summary>
    /// <param name="maximum">The greatest number of tables.</param>
    public IReadOnlyList<ManifestTable> Tables(string key, int maximum) =>
    [
        .. (Items(key, maximum) ?? [])
            .Where(item => CheckKind(item.Path, item.Value, TomlKind.Table))
            .Select(item => new ManifestTable(item.Path, item.Value, problems)),
    ];

    /// <summary>Reads one of several words.</summary>
    public string? Choice(string key, IReadOnlyCollection<string> choices)
    {
        var text = Text(key, MaximumItemLength);
        if (text is null || choices.Contains(text))
        {
            return text;
        }

        problems.Add(Find(key)!.Value.Location, ManifestErrors.BadChoice, Full(key), text, string.Join(", ", choices));
        return null;
    }

    /// <summary>Reads a list of texts; faulty elements are left out.</summary>
    /// <param name="check">A further check of an element, which writes down what it finds; true if the element is right.</param>
    public ImmutableArray<string>? Texts(string key, Func<string, TomlValue, bool>? check = null) =>
        Items(key)?
            .Where(item => CheckKind(item.Path, item.Value, TomlKind.String)
                && CheckText(item.Path, item.Value, MaximumItemLength)
                && (check is null || check(item.Path, item.Value)))
            .Select(item => item.Value.Text)
            .ToImmutableArray();

    /// <summary>Reads a list of numbers within bounds; faulty elements are left out.</summary>
    public ImmutableArray<long>? Integers(string key, long minimum, long maximum) =>
        Items(key)?
            .Where(item => CheckKind(item.Path, item.Value, TomlKind.Integer)
                && CheckInteger(item.Path, item.Value, minimum, maximum))
            .Select(item => item.Value.Integer)
            .ToImmutableArray();

    private IEnumerable<(string Path, TomlValue Value)>? Items(string key, int maximum = MaximumItems)
    {
        if (Value(key, TomlKind.Array) is not { } array)
        {
            return null;
        }

        if (array.Items.Count > maximum)
        {
            problems.Add(array.Location, ManifestErrors.TooLong, Full(key), $"{maximum}");
            return null;
        }

        return array.Items.Select((item, index) => ($"{Full(key)}[{index}]", item));
    }

    private bool CheckKind(string key, TomlValue value, TomlKind kind)
    {
        if (value.Kind == kind)
        {
            return true;
        }

        problems.Add(value.Location, ManifestErrors.WrongType, key, Name(kind), Name(value.Kind));
        return false;
    }

    private bool CheckText(string key, TomlValue value, int maximumLength)
    {
        if (string.IsNullOrWhiteSpace(value.Text))
        {
            problems.Add(value.Location, ManifestErrors.Empty, key);
            return false;
        }

        if (value.Text.Length > maximumLength)
        {
            problems.Add(value.Location, ManifestErrors.TooLong, key, $"{maximumLength}");
            return false;
        }

        return true;
    }

    private bool CheckInteger(string key, TomlValue value, long minimum, long maximum)
    {
        if (value.Integer >= minimum && value.Integer <= maximum)
        {
            return true;
        }

        problems.Add(value.Location, ManifestErrors.OutOfRange, key, $"{value.Integer}", $"{minimum}", $"{maximum}");
        return false;
    }
}

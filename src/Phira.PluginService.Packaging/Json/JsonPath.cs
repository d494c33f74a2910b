namespace Phira.PluginService.Packaging.Json;

/// <summary>The path of a value inside a JSON document: <c>$.rooms[0].name</c>.</summary>
internal sealed class JsonPath
{
    private readonly JsonPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
    }

    /// <summary>The document itself.</summary>
    public static JsonPath Root { get; } = new(null, null, 0);

    /// <summary>The steps from the document to the value: a field's name, or an element's number.</summary>
    public IReadOnlyList<(string? Name, int Index)> Steps
    {
        get
        {
            var steps = new List<(string?, int)>();
            for (var path = this; path._parent is not null; path = path._parent)
            {
                steps.Add((path._name, path._index));
            }

            steps.Reverse();
            return steps;
        }
    }

    /// <summary>A field of this object.</summary>
    public JsonPath Field(string name) => new(this, name, 0);

    /// <summary>An element of this array.</summary>
    /// <param name="index">The number from 0.</param>
    public JsonPath Element(int index) => new(this, null, index);

    /// <inheritdoc />
    public override string ToString() => string.Concat(Steps.Select(Show).Prepend("$"));

    private static string Show((string? Name, int Index) step) =>
        step.Name is null ? $"[{step.Index}]" : IsPlain(step.Name) ? $".{step.Name}" : $"[\"{step.Name}\"]";

    private static bool IsPlain(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');
}

using System.Text.Json;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Json;

namespace Phira.PluginService.Packaging.Schema;

/// <summary>
/// Reads a JSON Schema (draft 2020-12). What it cannot honour it refuses: a rule that silently does nothing is worse than none.
/// References lead only to the same schema; nothing is ever fetched.
/// </summary>
internal sealed class SchemaCompiler
{
    private static readonly HashSet<string> TypeNames =
        ["null", "boolean", "object", "array", "number", "integer", "string"];

    private readonly Dictionary<string, SchemaNode> _byPointer = [];
    private readonly List<(string Pointer, SchemaNode Node)> _references = [];
    private readonly List<Error> _problems = [];

    private SchemaCompiler()
    {
    }

    /// <summary>Reads a schema.</summary>
    /// <returns>The root of the schema, or all problems in it.</returns>
    public static (SchemaNode? Root, IReadOnlyList<Error> Problems) Compile(JsonElement schema)
    {
        var compiler = new SchemaCompiler();
        var root = compiler.Schema(schema, "#");
        compiler.ResolveReferences();
        return (compiler._problems.Count == 0 ? root : null, compiler._problems);
    }

    private SchemaNode Schema(JsonElement element, string pointer)
    {
        var node = new SchemaNode { Never = element.ValueKind == JsonValueKind.False };
        _byPointer[pointer] = node;
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var keyword in element.EnumerateObject())
            {
                Keyword(node, keyword.Name, keyword.Value, $"{pointer}/{Escape(keyword.Name)}", isRoot: pointer == "#");
            }
        }
        else if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Refuse(pointer, "schema");
        }

        return node;
    }

    private void Keyword(SchemaNode node, string name, JsonElement value, string pointer, bool isRoot)
    {
        switch (name)
        {
            case "$ref":
                node.ReferenceText = Text(value, pointer);
                _references.Add((pointer, node));
                break;
            case "$anchor":
                _byPointer[$"#{Text(value, pointer)}"] = node;
                break;
            case "$id" when !isRoot:
            case "$dynamicRef" or "$dynamicAnchor" or "$recursiveRef" or "$recursiveAnchor" or "dependencies" or "additionalItems":
                _problems.Add(new Error(ConfigErrors.SchemaUnsupported, pointer));
                break;
            case "$defs" or "definitions":
                Named(value, pointer);
                break;
            case "writeOnly":
                node.WriteOnly = Flag(value, pointer);
                break;
            case "type":
                node.Types = Types(value, pointer);
                break;
            case "enum":
                node.Enum = Elements(value, pointer, "array");
                break;
            case "const":
                node.Const = value;
                break;
            case "multipleOf" or "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum":
                Bound(node, name, value, pointer);
                break;
            case "minLength" or "maxLength" or "minItems" or "maxItems" or "minContains" or "maxContains" or "minProperties"
                or "maxProperties":
                Count(node, name, value, pointer);
                break;
            case "pattern":
                node.Pattern = Pattern(Text(value, pointer), pointer);
                break;
            case "uniqueItems":
                node.UniqueItems = Flag(value, pointer);
                break;
            default:
                if (!ObjectKeyword(node, name, value, pointer))
                {
                    SchemaKeyword(node, name, value, pointer);
                }

                break;
        }
    }

    private bool ObjectKeyword(SchemaNode node, string name, JsonElement value, string pointer)
    {
        switch (name)
        {
            case "properties":
                node.Properties = Named(value, pointer);
                return true;
            case "patternProperties":
                node.PatternProperties.AddRange(Named(value, pointer)
                    .Select(pair => (Pattern: Pattern(pair.Key, pointer), Schema: pair.Value))
                    .Where(pair => pair.Pattern is not null)
                    .Select(pair => (pair.Pattern!, pair.Schema)));
                return true;
            case "dependentSchemas":
                node.DependentSchemas = Named(value, pointer);
                return true;
            case "required":
                node.Required = Texts(value, pointer);
                return true;
            case "dependentRequired":
                foreach (var pair in Members(value, pointer))
                {
                    node.DependentRequired[pair.Name] = Texts(pair.Value, $"{pointer}/{Escape(pair.Name)}");
                }

                return true;
            default:
                return false;
        }
    }

    private void SchemaKeyword(SchemaNode node, string name, JsonElement value, string pointer)
    {
        switch (name)
        {
            case "items":
                node.Items = Schema(value, pointer);
                break;
            case "contains":
                node.Contains = Schema(value, pointer);
                break;
            case "unevaluatedItems":
                node.UnevaluatedItems = Schema(value, pointer);
                break;
            case "additionalProperties":
                node.AdditionalProperties = Schema(value, pointer);
                break;
            case "unevaluatedProperties":
                node.UnevaluatedProperties = Schema(value, pointer);
                break;
            case "propertyNames":
                node.PropertyNames = Schema(value, pointer);
                break;
            case "not":
                node.Not = Schema(value, pointer);
                break;
            case "if":
                node.If = Schema(value, pointer);
                break;
            case "then":
                node.Then = Schema(value, pointer);
                break;
            case "else":
                node.Else = Schema(value, pointer);
                break;
            case "prefixItems":
                node.PrefixItems = Schemas(value, pointer);
                break;
            case "allOf":
                node.AllOf = Schemas(value, pointer);
                break;
            case "anyOf":
                node.AnyOf = Schemas(value, pointer);
                break;
            case "oneOf":
                node.OneOf = Schemas(value, pointer);
                break;
        }
    }

    private void ResolveReferences()
    {
        foreach (var (pointer, node) in _references)
        {
            var text = Uri.UnescapeDataString(node.ReferenceText ?? "");
            if (_byPointer.TryGetValue(text, out var target))
            {
                node.Reference = target;
            }
            else
            {
                _problems.Add(new Error(ConfigErrors.SchemaReference, pointer, text));
            }
        }
    }

    private Dictionary<string, SchemaNode> Named(JsonElement value, string pointer) =>
        Members(value, pointer).ToDictionary(pair => pair.Name, pair => Schema(pair.Value, $"{pointer}/{Escape(pair.Name)}"));

    private List<SchemaNode> Schemas(JsonElement value, string pointer) =>
        [.. Elements(value, pointer, "array of schemas").Select((item, index) => Schema(item, $"{pointer}/{index}"))];

    private List<JsonProperty> Members(JsonElement value, string pointer)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return [.. value.EnumerateObject()];
        }

        Refuse(pointer, "object");
        return [];
    }

    private List<JsonElement> Elements(JsonElement value, string pointer, string expected)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        Refuse(pointer, expected);
        return [];
    }

    private List<string> Texts(JsonElement value, string pointer) =>
        [.. Elements(value, pointer, "array of strings").Select((item, index) => Text(item, $"{pointer}/{index}"))];

    private IReadOnlyList<string> Types(JsonElement value, string pointer)
    {
        IReadOnlyList<string> types = value.ValueKind == JsonValueKind.Array ? Texts(value, pointer) : [Text(value, pointer)];
        if (!types.All(TypeNames.Contains))
        {
            Refuse(pointer, string.Join("/", TypeNames));
        }

        return types;
    }

    private string Text(JsonElement value, string pointer)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        Refuse(pointer, "string");
        return "";
    }

    private bool Flag(JsonElement value, string pointer)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Refuse(pointer, "boolean");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    private void Bound(SchemaNode node, string name, JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Number || (name == "multipleOf" && value.GetDouble() <= 0))
        {
            Refuse(pointer, name == "multipleOf" ? "number > 0" : "number");
            return;
        }

        node.Bounds[name] = value;
    }

    private void Count(SchemaNode node, string name, JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var count) || count < 0)
        {
            Refuse(pointer, "integer >= 0");
            return;
        }

        node.Bounds[name] = value;
    }

    private SchemaPattern? Pattern(string text, string pointer)
    {
        var pattern = SchemaPattern.Create(text);
        if (pattern is null)
        {
            _problems.Add(new Error(ConfigErrors.SchemaPattern, pointer, text));
        }

        return pattern;
    }

    private void Refuse(string pointer, string expected) =>
        _problems.Add(new Error(ConfigErrors.SchemaKeyword, pointer, expected));

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

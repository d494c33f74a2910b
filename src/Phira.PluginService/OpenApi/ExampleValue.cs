using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Phira.PluginService.OpenApi;

/// <summary>Makes a value that a schema allows.</summary>
internal static class ExampleValue
{
    private const int Deepest = 6;

    public static JsonNode? Of(IOpenApiSchema schema, SchemaRepository schemas) => Of(schema, schemas, 0);

    private static JsonNode? Of(IOpenApiSchema schema, SchemaRepository schemas, int depth)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            return schemas.Schemas.TryGetValue(id, out var target) && depth < Deepest ? Of(target, schemas, depth + 1) : null;
        }

        if (schema.Examples?.FirstOrDefault() is { } example)
        {
            return example.DeepClone();
        }

        if (schema.Enum is { Count: > 0 } values)
        {
            return values[0].DeepClone();
        }

        if ((schema.AllOf ?? schema.OneOf ?? schema.AnyOf)?.FirstOrDefault(part => part.Type != JsonSchemaType.Null) is { } part)
        {
            return Of(part, schemas, depth);
        }

        var type = schema.Type & ~JsonSchemaType.Null;
        return type switch
        {
            JsonSchemaType.Object => OfObject(schema, schemas, depth),
            JsonSchemaType.Array => schema.Items is { } items && depth < Deepest && Of(items, schemas, depth + 1) is { } item
                ? new JsonArray(item)
                : new JsonArray(),
            JsonSchemaType.Boolean => true,
            JsonSchemaType.Integer or JsonSchemaType.Number => 1,
            JsonSchemaType.String => OfString(schema.Format),
            _ => null,
        };
    }

    private static JsonObject OfObject(IOpenApiSchema schema, SchemaRepository schemas, int depth)
    {
        var value = new JsonObject();
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            value[name] = Of(property, schemas, depth + 1);
        }

        return value;
    }

    private static string OfString(string? format) => format switch
    {
        "date-time" => "2026-11-22T12:00:00+00:00",
        "uri" => "https://a.example/",
        "uuid" => "00000000-0000-0000-0000-000000000000",
        _ => "text",
    };
}

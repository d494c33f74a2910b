using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Phira.PluginService.OpenApi;

/// <summary>Writes a property that is an object or null as one of both: a type of null beside a reference would allow nothing but null.</summary>
internal sealed class NullableReferences : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var property in swaggerDoc.Components?.Schemas?.Values.SelectMany(schema => schema.Properties?.Values ?? []).OfType<OpenApiSchema>() ?? [])
        {
            if (property is { Type: JsonSchemaType.Null, AllOf: { Count: > 0 } targets })
            {
                property.OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, .. targets];
                property.AllOf = null;
                property.Type = null;
            }
        }
    }
}

using Microsoft.OpenApi;
using Phira.PluginService.Api.Packages;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Phira.PluginService.OpenApi;

/// <summary>Describes a form with a package as an object with a file in it; other bodies are the file itself.</summary>
internal sealed class PackageBodies : IOperationFilter
{
    private const string FileField = "file";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody?.Content is { } contents && contents.TryGetValue(PackageUpload.Form, out var found) && found is OpenApiMediaType form)
        {
            form.Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    [FileField] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Format = "binary",
                        Description = "The package (.zip) or component (.wasm). The first file of the form counts, whatever its field is called.",
                    },
                },
                Required = new HashSet<string> { FileField },
            };
        }
    }
}

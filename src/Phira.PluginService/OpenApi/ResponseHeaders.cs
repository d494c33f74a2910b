using Microsoft.OpenApi;
using Phira.PluginService.Api.Plugins;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Phira.PluginService.OpenApi;

/// <summary>Documents the headers of answers that a caller has to act on.</summary>
internal sealed class ResponseHeaders : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.SupportedResponseTypes.Any(response => response.Type == typeof(ConfigResponse)))
        {
            Add(operation, "200", "ETag", "Identifies this revision of the configuration: what If-Match takes.", JsonSchemaType.String);
        }

        Add(operation, "429", "Retry-After", "Seconds to wait after too many wrong tokens.", JsonSchemaType.Integer);
    }

    private static void Add(OpenApiOperation operation, string status, string name, string description, JsonSchemaType type)
    {
        if (operation.Responses is { } responses && responses.TryGetValue(status, out var found) && found is OpenApiResponse response)
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } };
        }
    }
}

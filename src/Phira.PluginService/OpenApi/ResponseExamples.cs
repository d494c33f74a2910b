using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Phira.PluginService.Errors;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Phira.PluginService.OpenApi;

/// <summary>Shows what each answer looks like, made of its schema; a failure is shown with its own status.</summary>
internal sealed class ResponseExamples : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            foreach (var (mediaType, content) in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
            {
                if (content is not OpenApiMediaType { Schema: { } schema, Example: null } media)
                {
                    continue;
                }

                var example = mediaType.EndsWith("json", StringComparison.Ordinal) && mediaType != "application/x-ndjson"
                    ? ExampleValue.Of(schema, context.SchemaRepository)
                    : null;
                if (mediaType == ProblemWriter.ContentType && example is JsonObject problem)
                {
                    problem["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture);
                }

                media.Example = example;
            }
        }
    }
}

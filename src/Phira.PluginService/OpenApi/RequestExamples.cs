using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.OpenApi;
using Phira.PluginService.Contracts;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Phira.PluginService.OpenApi;

/// <summary>Shows with each operation that takes JSON what such a body looks like.</summary>
internal sealed class RequestExamples : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var body = context.ApiDescription.ParameterDescriptions.FirstOrDefault(parameter => parameter.Source == BindingSource.Body);
        var example = body?.Type.GetCustomAttribute<RequestExampleAttribute>();
        if (example is not null && operation.RequestBody?.Content is { } contents
            && contents.TryGetValue("application/json", out var found) && found is OpenApiMediaType content)
        {
            content.Example = JsonNode.Parse(example.Json);
        }
    }
}

using Microsoft.OpenApi;
using Phira.PluginService.Hubs;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Phira.PluginService.OpenApi;

/// <summary>Adds the messages of the hub, which no operation mentions, to the schemas: clients generate their types from one document.</summary>
internal sealed class HubSchemas : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        context.SchemaGenerator.GenerateSchema(typeof(MetricsMessage), context.SchemaRepository);
        context.SchemaGenerator.GenerateSchema(typeof(HealthMessage), context.SchemaRepository);
    }
}

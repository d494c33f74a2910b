using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Phira.PluginService.OpenApi;

/// <summary>Says of each operation which ways to prove who is calling it accepts.</summary>
internal sealed class SecurityRequirements : IOperationFilter
{
    public const string Bearer = "bearer";
    public const string Header = "header";
    public const string Cookie = "cookie";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
        {
            // Says that none is needed; without, it would be left open.
            operation.Security = [];
            return;
        }

        operation.Security = [.. new[] { Bearer, Header, Cookie }.Select(scheme => new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [],
        })];
    }
}

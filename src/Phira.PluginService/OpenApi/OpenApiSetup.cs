using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Http;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Phira.PluginService.OpenApi;

/// <summary>Documents the API at <c>/swagger/v1/swagger.json</c> and shows it at <c>/swagger</c>.</summary>
internal static class OpenApiSetup
{
    private const string Document = "v1";

    private static readonly string Languages = string.Join(", ", LanguageSet.Embedded.Offered.Select(language => language.Tag));

    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        return services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, new OpenApiInfo
            {
                Title = "Phira.PluginService",
                Version = Document,
                Description = $"Manages a Phira game server and its plugins. Texts follow Accept-Language ({Languages}). "
                    + "Failures are problem details (RFC 9457) with a stable code.",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            });
            options.AddSecurityDefinition(SecurityRequirements.Bearer, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The admin token: Authorization: Bearer TOKEN.",
            });
            options.AddSecurityDefinition(SecurityRequirements.Header, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "X-Admin-Token",
                Description = "The admin token.",
            });
            options.AddSecurityDefinition(SecurityRequirements.Cookie, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = SessionCookie.CookieName,
                Description = "The session opened by POST /api/v1/session.",
            });
            options.MapType<LogLevelParameter>(() => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. LogLevelParameter.Words.Select(word => JsonValue.Create(word))],
            });
            options.SupportNonNullableReferenceTypes();
            // A bare reference could say neither that it may be null nor what it is for.
            options.UseAllOfToExtendReferenceSchemas();
            options.NonNullableReferenceTypesAsRequired();
            options.OperationFilter<SecurityRequirements>();
            options.OperationFilter<ParameterTexts>();
            options.OperationFilter<RequestExamples>();
            options.OperationFilter<ResponseHeaders>();
            options.OperationFilter<ResponseExamples>();
            options.OperationFilter<PackageBodies>();
            options.DocumentFilter<TagTexts>();
            options.DocumentFilter<HubSchemas>();
            options.DocumentFilter<NullableReferences>();
        });
    }

    public static void UseApiDocument(this IApplicationBuilder app)
    {
        var pathBase = app.ApplicationServices.GetRequiredService<PublicAddress>().PathBase;
        app.UseSwagger(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.PreSerializeFilters.Add((document, _) => document.Servers = [new OpenApiServer { Url = pathBase.Length > 0 ? pathBase : "/" }]);
        });
        app.UseSwaggerUI(options =>
        {
            // Relative to the page, which may be served below a path.
            options.SwaggerEndpoint($"{Document}/swagger.json", "Phira.PluginService");
            options.DocumentTitle = "Phira.PluginService API";
            options.DocExpansion(DocExpansion.List);
            options.DisplayRequestDuration();
        });
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Plugins;

/// <summary>Reads and replaces the configuration of a plugin; the ETag guards against overwriting somebody else's change.</summary>
internal static class PluginConfigEndpoints
{
    public static void MapPluginConfig(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/plugins/{name}/config").WithTags(PluginsEndpoints.Tag);
        group.MapGet("", GetAsync)
            .WithName("GetPluginConfig")
            .WithSummary("Shows the current configuration, without secrets.")
            .WithDescription("The ETag of the answer is what a change sends as If-Match. Secrets are left out.")
            .Fails(StatusCodes.Status404NotFound);
        group.MapPut("", ReplaceAsync)
            .WithName("ReplacePluginConfig")
            .WithSummary("Replaces the configuration. With If-Match only if it is still the one that was read.")
            .WithDescription("The values are checked against the schema and by the plugin before they are stored. A secret that is left out stays as it is. Recorded in the audit log as plugin.configure.")
            .ChangesConfig();
    }

    /// <summary>Describes how a change of a configuration may fail.</summary>
    public static void ChangesConfig(this RouteHandlerBuilder endpoint) => endpoint
        .Fails(
            StatusCodes.Status400BadRequest,
            StatusCodes.Status403Forbidden,
            StatusCodes.Status404NotFound,
            StatusCodes.Status409Conflict,
            StatusCodes.Status412PreconditionFailed,
            StatusCodes.Status422UnprocessableEntity)
        .RunsPlugins();

    /// <summary>The current configuration, with its ETag.</summary>
    public static Results<Ok<ConfigResponse>, Problem> Answer(Result<PluginConfig> result, HttpContext context)
    {
        if (!result.IsSuccess)
        {
            return new Problem(result.Error);
        }

        context.Response.Headers[HeaderNames.ETag] = ConfigTag.Of(result.Value.Revision);
        return TypedResults.Ok(ConfigResponse.From(result.Value, RequestLanguage.Of(context.Request)));
    }

    private static async Task<Results<Ok<ConfigResponse>, Problem>> GetAsync(
        PluginName name, IPluginManager plugins, HttpContext context, CancellationToken cancellationToken) =>
        Answer(await plugins.GetConfigAsync(name, cancellationToken), context);

    private static async Task<Results<Ok<ConfigResponse>, Problem>> ReplaceAsync(
        PluginName name,
        ReplaceConfigRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        Caller caller,
        IPluginManager plugins,
        AuditTrail audit,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (!ConfigTag.TryRead(ifMatch, out var revision))
        {
            return new Problem(new Error(ApiErrors.IfMatchInvalid, ifMatch!));
        }

        var changed = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.ConfigurePlugin, AuditTargets.Plugin(name.Value), ""),
            () => plugins.SetConfigAsync(
                name, request.Values!.Value.GetRawText(), revision, caller.Because(LocalizedText.Of("cause.rest.config")), cancellationToken));
        return Answer(changed, context);
    }
}

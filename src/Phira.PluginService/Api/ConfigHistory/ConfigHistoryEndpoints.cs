using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.ConfigHistory;

/// <summary>Lists the stored configurations of a plugin and restores previous ones.</summary>
internal static class ConfigHistoryEndpoints
{
    private const int DefaultCount = 20;

    public static void MapConfigHistory(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/plugins/{name}/config/revisions").WithTags(PluginsEndpoints.Tag);
        group.MapGet("", ListAsync)
            .WithName("ListPluginConfigRevisions")
            .WithSummary("Lists the stored configurations, newest first: who wrote each, when, and what it changed, without secrets.")
            .WithDescription("Of a field that is or may be a secret, only that it changed is shown.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapPost("/{revision}/restore", RestoreAsync)
            .WithName("RestorePluginConfig")
            .WithSummary("Restores a previous configuration as a new revision; 0 is the manifest's defaults. With If-Match only if the current one was read.")
            .WithDescription("The configuration is checked, delivered to the plugin and stored as a new one is. Recorded in the audit log as plugin.restore_config.")
            .ChangesConfig();
    }

    private static async Task<Results<Ok<IReadOnlyList<ConfigRevisionResponse>>, Problem>> ListAsync(
        [AsParameters] HistoryRequest request, IPluginManager plugins, IPluginStore store, CancellationToken cancellationToken)
    {
        var config = await plugins.GetConfigAsync(request.Name, cancellationToken);
        if (!config.IsSuccess)
        {
            return new Problem(config.Error);
        }

        // One more than asked for: what the oldest one changed is seen beside the one before it.
        var count = request.Count ?? DefaultCount;
        var revisions = await store.GetConfigHistoryAsync(request.Name, count + 1, cancellationToken);
        var disclosure = new ConfigDisclosure(config.Value.SchemaJson);
        return TypedResults.Ok<IReadOnlyList<ConfigRevisionResponse>>(
        [
            .. revisions.Take(count).Select((revision, index) => new ConfigRevisionResponse
            {
                Revision = revision.Revision,
                Author = revision.Author,
                At = revision.At,
                Current = revision.Revision == config.Value.Revision,
                Changes = ConfigDifference.Between(index + 1 < revisions.Count ? revisions[index + 1].Json : "{}", revision.Json, disclosure),
            }),
        ]);
    }

    private static async Task<Results<Ok<ConfigResponse>, Problem>> RestoreAsync(
        PluginName name,
        int revision,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        Caller caller,
        IPluginManager plugins,
        AuditTrail audit,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (!ConfigTag.TryRead(ifMatch, out var expected))
        {
            return new Problem(new Error(ApiErrors.IfMatchInvalid, ifMatch!));
        }

        var restored = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.RestoreConfig, AuditTargets.Plugin(name.Value), LocalizedText.Of("audit.config_revision", $"{revision}")),
            () => plugins.RestoreConfigAsync(
                name, revision, expected, caller.Because(LocalizedText.Of("cause.rest.config_restored", $"{revision}")), cancellationToken));
        return PluginConfigEndpoints.Answer(restored, context);
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Permissions;

/// <summary>Shows what plugins ask for and decides what they may do.</summary>
internal static class PermissionsEndpoints
{
    public static void MapPermissions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/plugins/{name}/permissions").WithTags(PluginsEndpoints.Tag);
        group.MapGet("", GetAsync)
            .WithName("GetPluginPermissions")
            .WithSummary("Shows what the plugin asks for, what it is granted and how often it used it within 30 days.")
            .WithDescription("Says of each permission whether it is granted, for which scope, and whether the security policy of the host forbids it.")
            .Fails(StatusCodes.Status404NotFound);
        group.MapPut("", GrantAsync)
            .WithName("GrantPluginPermissions")
            .WithSummary("Replaces all permissions of the plugin, with immediate effect. A plugin that waited only for this is loaded.")
            .WithDescription("Permissions that are left out are revoked. Only what the manifest asks for and the host's policy allows can be granted. Recorded in the audit log.")
            .Fails(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status403Forbidden,
                StatusCodes.Status404NotFound,
                StatusCodes.Status422UnprocessableEntity)
            .RunsPlugins();
    }

    private static async Task<Results<Ok<PermissionsResponse>, Problem>> GetAsync(
        PluginName name, IPluginPermissions permissions, CancellationToken cancellationToken) =>
        Answer(await permissions.GetAsync(name, cancellationToken));

    private static async Task<Results<Ok<PermissionsResponse>, Problem>> GrantAsync(
        PluginName name,
        GrantPermissionsRequest request,
        Caller caller,
        IPluginPermissions permissions,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        // Each single grant is written down where it is made; this is the request as a whole, whatever came of it.
        var names = string.Join(", ", request.Grants!.Select(grant => grant.Permission));
        var reason = RequestText.Reason(request.Reason);
        return Answer(await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.GrantPermissions, AuditTargets.Plugin(name.Value), AuditReason.With(names, reason)),
            () => permissions.GrantAsync(name, [.. request.Grants!.Select(ToGrant)], caller.Because(reason), cancellationToken)));
    }

    private static GrantRequest ToGrant(GrantedPermission grant) => new(
        grant.Permission!, grant.Scopes is { ValueKind: JsonValueKind.Object } scopes ? scopes.GetRawText() : null);

    private static Results<Ok<PermissionsResponse>, Problem> Answer(Result<PluginPermissions> result) =>
        result.IsSuccess ? TypedResults.Ok(PermissionsResponse.From(result.Value)) : new Problem(result.Error);
}

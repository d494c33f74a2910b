using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Packages;

/// <summary>Makes plugins of components that lie in the plugins directory without a manifest.</summary>
internal static class AdoptionEndpoints
{
    public static void MapAdoption(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/plugins/{name}").WithTags(PluginsEndpoints.Tag);
        group.MapGet("/adoption", ProposeAsync)
            .WithName("ProposeManifest")
            .WithSummary("Examines a component that lies in the plugins directory without a plugin.toml, and proposes one.")
            .WithDescription("The proposal asks for the permissions that the component's imports need. Nothing is changed.")
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .RunsPlugins();
        group.MapPost("/adopt", AdoptAsync)
            .WithName("AdoptPlugin")
            .WithSummary("Makes a folder of a component without a plugin.toml, with the proposed one or another, and loads the plugin.")
            .WithDescription("The component moves into a folder of its own in one step. Recorded in the audit log as plugin.adopt.")
            .Fails(StatusCodes.Status404NotFound)
            .ReplacesPlugins();
    }

    private static async Task<Results<Ok<PackageReportResponse>, Problem>> ProposeAsync(
        PluginName name, Caller caller, IPluginPackages packages, CancellationToken cancellationToken) =>
        PackageAnswer.Of(await packages.InspectLooseAsync(name, caller.Language, cancellationToken), caller.Language);

    private static async Task<Results<Ok<PackageReportResponse>, Problem>> AdoptAsync(
        PluginName name, AdoptRequest? request, Caller caller, IPluginPackages packages, AuditTrail audit, CancellationToken cancellationToken)
    {
        var adopted = await audit.WriteAsync(
            report => new AuditedAct(
                caller,
                AuditActions.AdoptPlugin,
                AuditTargets.Plugin(report.Value?.Name ?? name.Value),
                PackageAnswer.AuditReason(report.Value)),
            () => packages.AdoptAsync(
                name,
                request?.Manifest,
                caller.Language,
                caller.Because(LocalizedText.Of("cause.rest.adopted")),
                cancellationToken));
        return PackageAnswer.Of(adopted, caller.Language);
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
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
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .RunsPlugins();
        group.MapPost("/adopt", AdoptAsync)
            .WithName("AdoptPlugin")
            .WithSummary("Makes a folder of a component without a plugin.toml, with the proposed one or another, and loads the plugin.")
            .Fails(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status403Forbidden,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status422UnprocessableEntity)
            .RunsPlugins();
    }

    private static async Task<Results<Ok<PackageReportResponse>, Problem>> ProposeAsync(
        string name, Caller caller, IPluginPackages packages, CancellationToken cancellationToken)
    {
        var plugin = PluginLookup.ParseName(name);
        return plugin.IsSuccess
            ? Answer(await packages.InspectLooseAsync(plugin.Value, caller.Language, cancellationToken), caller.Language)
            : new Problem(plugin.Error);
    }

    private static async Task<Results<Ok<PackageReportResponse>, Problem>> AdoptAsync(
        string name, AdoptRequest request, Caller caller, IPluginPackages packages, AuditTrail audit, CancellationToken cancellationToken)
    {
        var plugin = PluginLookup.ParseName(name);
        if (!plugin.IsSuccess)
        {
            return new Problem(plugin.Error);
        }

        var adopted = await audit.WriteAsync(
            report => new AuditedAct(
                caller,
                AuditActions.AdoptPlugin,
                AuditActions.Plugin(report.Value?.Name ?? name),
                report.Value is { Version: { } version, Sha256: { } sha256 } ? $"{version} {sha256}" : ""),
            () => packages.AdoptAsync(
                plugin.Value,
                request.Manifest,
                caller.Language,
                caller.Because(LocalizedText.Of("cause.rest.adopted")),
                cancellationToken));
        return Answer(adopted, caller.Language);
    }

    private static Results<Ok<PackageReportResponse>, Problem> Answer(Result<PackageReport> result, Language language) =>
        result.IsSuccess ? TypedResults.Ok(PackageReportResponse.From(result.Value, language)) : new Problem(result.Error);
}

using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Contracts;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Packages;

/// <summary>Shows the versions of a plugin that are kept, goes back to them, and removes plugins.</summary>
internal static class VersionsEndpoints
{
    public static void MapVersions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/plugins/{name}").WithTags(PluginsEndpoints.Tag);
        group.MapGet("/versions", ListAsync)
            .WithName("ListPluginVersions")
            .WithSummary("Lists the versions of the plugin that are kept, newest first.")
            .WithDescription("A version is kept when it has run or was installed; how many are kept is a setting.")
            .Fails(StatusCodes.Status404NotFound);
        group.MapGet("/package", DownloadAsync)
            .WithName("DownloadPluginPackage")
            .WithSummary("Downloads the plugin as a package (.zip) that can be installed elsewhere.")
            .WithDescription("Contains every file of the plugin's folder or of a kept version; configuration, grants and data are not in it.")
            .Produces<Stream>(StatusCodes.Status200OK, PackageUpload.Zip)
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
        group.MapPost("/rollback", RollBackAsync)
            .WithName("RollBackPlugin")
            .WithSummary("Switches to a kept version. If it fails to start, the current version keeps running.")
            .WithDescription("Without a version in the body it is the one before the current one. Recorded in the audit log as plugin.rollback.")
            .Fails(StatusCodes.Status404NotFound)
            .ReplacesPlugins();
        group.MapDelete("", RemoveAsync)
            .WithName("RemovePlugin")
            .WithSummary("Unloads the plugin and removes its folder; its versions, configuration and data are kept.")
            .WithDescription("The answer is 409 while running plugins need this one. Recorded in the audit log as plugin.remove.")
            .Fails(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .RunsPlugins();
    }

    private static async Task<Results<Ok<IReadOnlyList<PackageVersionResponse>>, Problem>> ListAsync(
        PluginName name, IPluginPackages packages, CancellationToken cancellationToken)
    {
        var versions = await packages.GetVersionsAsync(name, cancellationToken);
        return versions.IsSuccess
            ? TypedResults.Ok<IReadOnlyList<PackageVersionResponse>>([.. versions.Value.Select(PackageVersionResponse.From)])
            : new Problem(versions.Error);
    }

    private static async Task<Results<FileStreamHttpResult, Problem>> DownloadAsync(
        PluginName name,
        [FromQuery, Description("Id of a kept version, as the list of versions shows it; without, the files that are installed now.")]
        string? version,
        IPluginPackages packages,
        CancellationToken cancellationToken)
    {
        var packed = await packages.PackAsync(name, version, cancellationToken);
        return packed.IsSuccess
            ? TypedResults.File(packed.Value.Content, PackageUpload.Zip, packed.Value.FileName)
            : new Problem(packed.Error);
    }

    private static async Task<Results<Ok<PluginResponse>, Problem>> RollBackAsync(
        PluginName name, RollBackRequest? request, Caller caller, IPluginPackages packages, AuditTrail audit, CancellationToken cancellationToken)
    {
        var back = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.RollBackPlugin, AuditTargets.Plugin(name.Value), request?.Version ?? ""),
            () => packages.RollBackAsync(name, request?.Version, caller.Because(LocalizedText.Of("cause.rest.roll_back")), cancellationToken));
        return back.IsSuccess ? TypedResults.Ok(PluginResponse.From(back.Value, caller.Language)) : new Problem(back.Error);
    }

    private static async Task<Results<NoContent, Problem>> RemoveAsync(
        PluginName name, Caller caller, IPluginPackages packages, AuditTrail audit, CancellationToken cancellationToken)
    {
        var removed = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.RemovePlugin, AuditTargets.Plugin(name.Value), ""),
            () => packages.RemoveAsync(name, caller.Because(LocalizedText.Of("cause.rest.removal")), cancellationToken));
        return removed.IsSuccess ? TypedResults.NoContent() : new Problem(removed.Error);
    }
}

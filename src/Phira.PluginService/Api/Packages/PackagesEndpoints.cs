using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Packages;

/// <summary>Takes packed plugins in.</summary>
internal static class PackagesEndpoints
{
    public static void MapPackages(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/packages").WithTags(PluginsEndpoints.Tag);
        PackageUpload.Accept(group.MapPost("/inspect", InspectAsync))
            .WithName("InspectPackage")
            .WithSummary("Examines a packed plugin (.zip, at most 64 MiB, as body or as a form's file) without installing it. For a bare component (.wasm) it proposes a plugin.toml.")
            .WithDescription("Lists every problem that an installation would be refused for, the files, and the permissions that are not granted yet. Nothing is changed.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden)
            .RunsPlugins();
        PackageUpload.Accept(group.MapPost("", InstallAsync))
            .WithName("InstallPackage")
            .WithSummary("Installs a packed plugin, or with adopt=true a bare component (.wasm), and loads or reloads it. If it fails to start, the previous version keeps running.")
            .WithDescription("The folder of the plugin is replaced in one step. Recorded in the audit log as plugin.install with version and SHA-256.")
            .ReplacesPlugins();
    }

    private static async Task<Results<Ok<PackageReportResponse>, Problem>> InspectAsync(
        [AsParameters] UploadRequest options, HttpRequest request, Caller caller, IPluginPackages packages, CancellationToken cancellationToken)
    {
        var upload = await PackageUpload.OpenAsync(request, cancellationToken);
        return upload.IsSuccess
            ? TypedResults.Ok(PackageReportResponse.From(
                await packages.InspectAsync(upload.Value.Content, Describe(options, upload.Value, caller), cancellationToken), caller.Language))
            : new Problem(upload.Error);
    }

    private static async Task<Results<Ok<PackageReportResponse>, Problem>> InstallAsync(
        [AsParameters] UploadRequest options,
        HttpRequest request,
        Caller caller,
        IPluginPackages packages,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var upload = await PackageUpload.OpenAsync(request, cancellationToken);
        if (!upload.IsSuccess)
        {
            return new Problem(upload.Error);
        }

        // Which plugin it is, only the package tells.
        var installed = await audit.WriteAsync(
            report => new AuditedAct(
                caller,
                AuditActions.InstallPackage,
                report.Value?.Name is { } name ? AuditTargets.Plugin(name) : "package",
                PackageAnswer.AuditReason(report.Value)),
            () => packages.InstallAsync(
                upload.Value.Content,
                Describe(options, upload.Value, caller),
                caller.Because(LocalizedText.Of("cause.rest.installed")),
                cancellationToken));
        return PackageAnswer.Of(installed, caller.Language);
    }

    private static BareComponent Describe(UploadRequest options, PackageUpload upload, Caller caller) =>
        new(caller.Language) { FileName = options.File ?? upload.FileName, IsAdopted = options.Adopt ?? false };
}

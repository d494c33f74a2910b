using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Packages;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Gallery;

/// <summary>Shows the plugins that come with the service, and installs them.</summary>
internal static class GalleryEndpoints
{
    public static void MapGallery(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/gallery").WithTags(PluginsEndpoints.Tag);
        group.MapGet("", ListAsync)
            .WithName("ListGallery")
            .WithSummary("Lists the plugins of the gallery, which come with the service and can be installed, by name.")
            .WithDescription("Says of each plugin which version is installed and which the gallery has.")
            .Fails(StatusCodes.Status503ServiceUnavailable);
        group.MapPost("/{name}/install", InstallAsync)
            .WithName("InstallFromGallery")
            .WithSummary("Installs a plugin of the gallery as an uploaded package would be, and loads or reloads it.")
            .WithDescription("The plugin asks for its permissions as any other does, and is not run before they are granted. Recorded in the audit log as plugin.install.")
            .Fails(StatusCodes.Status404NotFound)
            .ReplacesPlugins();
    }

    private static async Task<Results<Ok<IReadOnlyList<GalleryPluginResponse>>, Problem>> ListAsync(
        Caller caller, IPluginGallery gallery, CancellationToken cancellationToken)
    {
        var plugins = await gallery.ListAsync(cancellationToken);
        return plugins.IsSuccess
            ? TypedResults.Ok<IReadOnlyList<GalleryPluginResponse>>(
                [.. plugins.Value.Select(plugin => GalleryPluginResponse.From(plugin, caller.Language))])
            : new Problem(plugins.Error);
    }

    private static async Task<Results<Ok<PackageReportResponse>, Problem>> InstallAsync(
        PluginName name, Caller caller, IPluginGallery gallery, AuditTrail audit, CancellationToken cancellationToken)
    {
        var installed = await audit.WriteAsync(
            report => new AuditedAct(
                caller, AuditActions.InstallPackage, AuditTargets.Plugin(name.Value), PackageAnswer.AuditReason(report.Value)),
            () => gallery.InstallAsync(name, caller.Because(LocalizedText.Of("cause.rest.installed_from_gallery")), cancellationToken));
        return PackageAnswer.Of(installed, caller.Language);
    }
}

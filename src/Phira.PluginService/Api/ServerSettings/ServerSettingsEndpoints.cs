using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.ServerSettings;

/// <summary>Reads and changes the settings of the running game server.</summary>
internal static class ServerSettingsEndpoints
{
    public static void MapServerSettings(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/server-settings").WithTags("Server settings");
        group.MapGet("", Get)
            .WithName("GetServerSettings")
            .WithSummary("Shows the settings of the running game server.")
            .WithDescription("These are the settings that can be changed while the service runs; the others are in the configuration file.");
        group.MapPatch("", ChangeAsync)
            .WithName("ChangeServerSettings")
            .WithSummary("Changes settings of the running game server; they survive a restart. What is left out stays as it is.")
            .WithDescription("Takes effect at once. Recorded in the audit log as server.settings.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden);
    }

    private static Ok<ServerSettingsResponse> Get(IServerSettings settings) =>
        TypedResults.Ok(ServerSettingsResponse.From(settings.Current));

    private static async Task<Results<Ok<ServerSettingsResponse>, Problem>> ChangeAsync(
        ChangeServerSettingsRequest request, Caller caller, IServerSettings settings, AuditTrail audit, CancellationToken cancellationToken)
    {
        var changed = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.ChangeServerSettings, AuditTargets.Server, Describe(request)),
            () => settings.ChangeAsync(current => Apply(request, current), caller.Name, cancellationToken));
        return changed.IsSuccess ? TypedResults.Ok(ServerSettingsResponse.From(changed.Value)) : new Problem(changed.Error);
    }

    private static Core.Game.ServerSettings Apply(ChangeServerSettingsRequest request, Core.Game.ServerSettings current) => current with
    {
        MessageOfTheDay = request.MessageOfTheDay ?? current.MessageOfTheDay,
        IsRoomCreationOn = request.RoomCreation ?? current.IsRoomCreationOn,
        IsInMaintenance = request.Maintenance ?? current.IsInMaintenance,
        MaintenanceText = request.MaintenanceText ?? current.MaintenanceText,
        AdmittedInMaintenance = request.AdmittedInMaintenance is { } users
            ? [.. users.Distinct().Select(user => new UserId(user))]
            : current.AdmittedInMaintenance,
    };

    private static LocalizedText Describe(ChangeServerSettingsRequest request)
    {
        string?[] changes =
        [
            request.RoomCreation is { } rooms ? $"roomCreation={(rooms ? "on" : "off")}" : null,
            request.Maintenance is { } maintenance ? $"maintenance={(maintenance ? "on" : "off")}" : null,
            request.MessageOfTheDay is { } message ? $"messageOfTheDay=\"{RequestText.Shown(message)}\"" : null,
            request.MaintenanceText is { } text ? $"maintenanceText=\"{RequestText.Shown(text)}\"" : null,
            request.AdmittedInMaintenance is { } users ? $"admittedInMaintenance={users.Count}" : null,
        ];
        var what = string.Join(", ", changes.Where(change => change is not null));
        return AuditReason.With(what, RequestText.Reason(request.Reason));
    }
}

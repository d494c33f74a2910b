using Phira.PluginService.Api.Audit;
using Phira.PluginService.Api.Bans;
using Phira.PluginService.Api.Commands;
using Phira.PluginService.Api.ConfigHistory;
using Phira.PluginService.Api.Crashes;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.ErrorCodes;
using Phira.PluginService.Api.Gallery;
using Phira.PluginService.Api.Health;
using Phira.PluginService.Api.Limits;
using Phira.PluginService.Api.Logging;
using Phira.PluginService.Api.Messages;
using Phira.PluginService.Api.Packages;
using Phira.PluginService.Api.PageTickets;
using Phira.PluginService.Api.Permissions;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Api.Rooms;
using Phira.PluginService.Api.ServerSettings;
using Phira.PluginService.Api.Services;
using Phira.PluginService.Api.Session;
using Phira.PluginService.Api.System;
using Phira.PluginService.Api.Users;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Http;

namespace Phira.PluginService.Api;

/// <summary>Maps the whole HTTP API.</summary>
internal static class ApiRoutes
{
    public const string Prefix = ServicePaths.Api + "/v1";

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Prefix)
            .RequireAuthorization()
            .AddEndpointFilter<RouteGroupBuilder, LocalizedHeaders>()
            .AddEndpointFilterFactory(ValidationFilter.Create)
            .AllFail(StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError)
            .BodiesFail()
            .ChangesFail();
        api.MapSession();
        api.MapPlugins();
        api.MapPluginConfig();
        api.MapPluginHistory();
        api.MapPluginLog();
        api.MapConfigHistory();
        api.MapCrashes();
        api.MapPackages();
        api.MapGallery();
        api.MapVersions();
        api.MapAdoption();
        api.MapPermissions();
        api.MapLimits();
        api.MapServices();
        api.MapPageTickets();
        api.MapUsers();
        api.MapUserModeration();
        api.MapRooms();
        api.MapRoomModeration();
        api.MapRoomManagement();
        api.MapMessages();
        api.MapBans();
        api.MapServerSettings();
        api.MapLogging();
        api.MapCommands();
        api.MapSystem();
        api.MapErrorCodes();
        api.MapAudit();
        api.MapAuditExport();
        app.MapHealth();
    }
}

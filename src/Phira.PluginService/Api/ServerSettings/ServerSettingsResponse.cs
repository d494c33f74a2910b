using System.ComponentModel;

namespace Phira.PluginService.Api.ServerSettings;

/// <summary>The settings of the game server that administrators change while it runs.</summary>
internal sealed record ServerSettingsResponse
{
    [Description("The text that every player reads after logging in; empty for none.")]
    public required string MessageOfTheDay { get; init; }

    [Description("Whether players and plugins may open rooms.")]
    public required bool RoomCreation { get; init; }

    [Description("Whether new logins are refused. Players who are here stay, and may reconnect.")]
    public required bool Maintenance { get; init; }

    [Description("The reason shown to players who are refused during maintenance; empty for the server's own text.")]
    public required string MaintenanceText { get; init; }

    [Description("Accounts that may log in during maintenance, besides the administrators of the configuration.")]
    public required IReadOnlyList<int> AdmittedInMaintenance { get; init; }

    public static ServerSettingsResponse From(Core.Game.ServerSettings settings) => new()
    {
        MessageOfTheDay = settings.MessageOfTheDay,
        RoomCreation = settings.IsRoomCreationOn,
        Maintenance = settings.IsInMaintenance,
        MaintenanceText = settings.MaintenanceText,
        AdmittedInMaintenance = [.. settings.AdmittedInMaintenance.Select(user => user.Value)],
    };
}

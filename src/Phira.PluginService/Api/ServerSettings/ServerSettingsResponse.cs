using System.ComponentModel;

namespace Phira.PluginService.Api.ServerSettings;

/// <summary>What administrators change about the game server while it runs.</summary>
internal sealed record ServerSettingsResponse
{
    [Description("What every player reads after logging in; empty for nothing.")]
    public required string MessageOfTheDay { get; init; }

    [Description("Whether players and plugins may open rooms.")]
    public required bool RoomCreation { get; init; }

    [Description("Whether new logins are refused. Players who are here stay, and may reconnect.")]
    public required bool Maintenance { get; init; }

    [Description("What is read by those who are refused during maintenance; empty for a text of the server's own.")]
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

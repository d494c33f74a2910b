namespace Phira.PluginService.Storage.Model;

/// <summary>The only row of its table.</summary>
internal sealed class ServerSettingsRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string MessageOfTheDay { get; set; }

    public required bool RoomCreation { get; set; }

    public required bool Maintenance { get; set; }

    public required string MaintenanceText { get; set; }

    /// <summary>Account numbers, separated by commas.</summary>
    public required string MaintenanceAdmitted { get; set; }

    public required string ChangedBy { get; set; }

    public required long ChangedAt { get; set; }
}

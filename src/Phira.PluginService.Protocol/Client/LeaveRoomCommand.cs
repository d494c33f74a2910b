namespace Phira.PluginService.Protocol.Client;

/// <summary>Leaves the room.</summary>
public sealed record LeaveRoomCommand : ClientCommand
{
    /// <summary>The one value there is.</summary>
    public static LeaveRoomCommand Instance { get; } = new();
}

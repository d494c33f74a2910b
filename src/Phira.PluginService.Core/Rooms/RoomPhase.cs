namespace Phira.PluginService.Core.Rooms;

/// <summary>The phase of a room within a round.</summary>
public enum RoomPhase
{
    /// <summary>The host chooses a chart.</summary>
    SelectChart,

    /// <summary>The host asked to start; the others get ready.</summary>
    WaitingForReady,

    /// <summary>The round is being played.</summary>
    Playing,
}

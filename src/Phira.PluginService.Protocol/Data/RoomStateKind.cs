namespace Phira.PluginService.Protocol.Data;

/// <summary>The states of a room as clients see them. The numbers are those on the wire.</summary>
public enum RoomStateKind : byte
{
    /// <summary>The host chooses a chart.</summary>
    SelectChart = 0,

    /// <summary>Everybody gets ready.</summary>
    WaitingForReady = 1,

    /// <summary>A round is being played.</summary>
    Playing = 2,
}

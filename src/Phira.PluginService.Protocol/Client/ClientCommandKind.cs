namespace Phira.PluginService.Protocol.Client;

/// <summary>The kind of a client's command. The numbers are those on the wire.</summary>
public enum ClientCommandKind : byte
{
    /// <summary>See <see cref="PingCommand"/>.</summary>
    Ping = 0,

    /// <summary>See <see cref="AuthenticateCommand"/>.</summary>
    Authenticate = 1,

    /// <summary>See <see cref="ChatCommand"/>.</summary>
    Chat = 2,

    /// <summary>See <see cref="TouchesCommand"/>.</summary>
    Touches = 3,

    /// <summary>See <see cref="JudgesCommand"/>.</summary>
    Judges = 4,

    /// <summary>See <see cref="CreateRoomCommand"/>.</summary>
    CreateRoom = 5,

    /// <summary>See <see cref="JoinRoomCommand"/>.</summary>
    JoinRoom = 6,

    /// <summary>See <see cref="LeaveRoomCommand"/>.</summary>
    LeaveRoom = 7,

    /// <summary>See <see cref="LockRoomCommand"/>.</summary>
    LockRoom = 8,

    /// <summary>See <see cref="CycleRoomCommand"/>.</summary>
    CycleRoom = 9,

    /// <summary>See <see cref="SelectChartCommand"/>.</summary>
    SelectChart = 10,

    /// <summary>See <see cref="RequestStartCommand"/>.</summary>
    RequestStart = 11,

    /// <summary>See <see cref="ReadyCommand"/>.</summary>
    Ready = 12,

    /// <summary>See <see cref="CancelReadyCommand"/>.</summary>
    CancelReady = 13,

    /// <summary>See <see cref="PlayedCommand"/>.</summary>
    Played = 14,

    /// <summary>See <see cref="AbortCommand"/>.</summary>
    Abort = 15,
}

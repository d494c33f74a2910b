namespace Phira.PluginService.Protocol.Server;

/// <summary>The tags of the server commands.</summary>
internal static class ServerTags
{
    public const byte Pong = 0;
    public const byte Authenticate = 1;
    public const byte Chat = 2;
    public const byte Touches = 3;
    public const byte Judges = 4;
    public const byte Message = 5;
    public const byte ChangeState = 6;
    public const byte ChangeHost = 7;
    public const byte CreateRoom = 8;
    public const byte JoinRoom = 9;
    public const byte OnJoinRoom = 10;
    public const byte LeaveRoom = 11;
    public const byte LockRoom = 12;
    public const byte CycleRoom = 13;
    public const byte SelectChart = 14;
    public const byte RequestStart = 15;
    public const byte Ready = 16;
    public const byte CancelReady = 17;
    public const byte Played = 18;
    public const byte Abort = 19;
}

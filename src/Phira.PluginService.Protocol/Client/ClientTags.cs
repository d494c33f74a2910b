namespace Phira.PluginService.Protocol.Client;

/// <summary>The tags of the client commands.</summary>
internal static class ClientTags
{
    public const byte Ping = 0;
    public const byte Authenticate = 1;
    public const byte Chat = 2;
    public const byte Touches = 3;
    public const byte Judges = 4;
    public const byte CreateRoom = 5;
    public const byte JoinRoom = 6;
    public const byte LeaveRoom = 7;
    public const byte LockRoom = 8;
    public const byte CycleRoom = 9;
    public const byte SelectChart = 10;
    public const byte RequestStart = 11;
    public const byte Ready = 12;
    public const byte CancelReady = 13;
    public const byte Played = 14;
    public const byte Abort = 15;
}

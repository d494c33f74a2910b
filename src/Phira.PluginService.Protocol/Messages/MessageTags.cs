namespace Phira.PluginService.Protocol.Messages;

/// <summary>The tags of the messages.</summary>
internal static class MessageTags
{
    public const byte Chat = 0;
    public const byte CreateRoom = 1;
    public const byte JoinRoom = 2;
    public const byte LeaveRoom = 3;
    public const byte NewHost = 4;
    public const byte SelectChart = 5;
    public const byte GameStart = 6;
    public const byte Ready = 7;
    public const byte CancelReady = 8;
    public const byte CancelGame = 9;
    public const byte StartPlaying = 10;
    public const byte Played = 11;
    public const byte GameEnd = 12;
    public const byte Abort = 13;
    public const byte LockRoom = 14;
    public const byte CycleRoom = 15;
}

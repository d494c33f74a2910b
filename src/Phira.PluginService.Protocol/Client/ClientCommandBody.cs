using System.Diagnostics;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Client;

/// <summary>The layout of the client commands.</summary>
internal static class ClientCommandBody
{
    public static void Write<TSink>(ref TSink sink, ClientCommand command)
        where TSink : struct, IWireSink, allows ref struct
    {
        switch (command)
        {
            case PingCommand:
                sink.Byte(ClientTags.Ping);
                break;
            case AuthenticateCommand authenticate:
                sink.Byte(ClientTags.Authenticate);
                sink.Text(authenticate.Token);
                break;
            case ChatCommand chat:
                sink.Byte(ClientTags.Chat);
                sink.Text(chat.Message);
                break;
            case TouchesCommand touches:
                sink.Byte(ClientTags.Touches);
                sink.TouchFrames(touches.Frames);
                break;
            case JudgesCommand judges:
                sink.Byte(ClientTags.Judges);
                sink.JudgeEvents(judges.Judges);
                break;
            case CreateRoomCommand create:
                sink.Byte(ClientTags.CreateRoom);
                sink.Text(create.Room.Value);
                break;
            case JoinRoomCommand join:
                sink.Byte(ClientTags.JoinRoom);
                sink.Text(join.Room.Value);
                sink.Bool(join.Monitor);
                break;
            default:
                WriteShort(ref sink, command);
                break;
        }
    }

    private static void WriteShort<TSink>(ref TSink sink, ClientCommand command)
        where TSink : struct, IWireSink, allows ref struct
    {
        switch (command)
        {
            case LeaveRoomCommand:
                sink.Byte(ClientTags.LeaveRoom);
                break;
            case LockRoomCommand lockRoom:
                sink.Byte(ClientTags.LockRoom);
                sink.Bool(lockRoom.Lock);
                break;
            case CycleRoomCommand cycle:
                sink.Byte(ClientTags.CycleRoom);
                sink.Bool(cycle.Cycle);
                break;
            case SelectChartCommand select:
                sink.Byte(ClientTags.SelectChart);
                sink.Int32(select.Chart);
                break;
            case RequestStartCommand:
                sink.Byte(ClientTags.RequestStart);
                break;
            case ReadyCommand:
                sink.Byte(ClientTags.Ready);
                break;
            case CancelReadyCommand:
                sink.Byte(ClientTags.CancelReady);
                break;
            case PlayedCommand played:
                sink.Byte(ClientTags.Played);
                sink.Int32(played.Record);
                break;
            case AbortCommand:
                sink.Byte(ClientTags.Abort);
                break;
            default:
                throw new UnreachableException($"{command.GetType()} has no layout.");
        }
    }
}

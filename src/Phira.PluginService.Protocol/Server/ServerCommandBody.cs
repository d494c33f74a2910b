using System.Diagnostics;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The layout of the server commands.</summary>
internal static class ServerCommandBody
{
    public static void Write<TSink>(ref TSink sink, ServerCommand command)
        where TSink : struct, IWireSink, allows ref struct
    {
        switch (command)
        {
            case PongCommand:
                sink.Byte(ServerTags.Pong);
                break;
            case UnitReply reply:
                sink.Byte(TagOf(reply));
                sink.Result(reply.Result);
                break;
            case AuthenticateReply authenticate:
                WriteAuthenticate(ref sink, authenticate);
                break;
            case JoinRoomReply join:
                WriteJoinRoom(ref sink, join);
                break;
            default:
                WritePush(ref sink, command);
                break;
        }
    }

    private static void WritePush<TSink>(ref TSink sink, ServerCommand command)
        where TSink : struct, IWireSink, allows ref struct
    {
        switch (command)
        {
            case PlayerTouchesCommand touches:
                sink.Byte(ServerTags.Touches);
                sink.Int32(touches.Player);
                sink.List(touches.Frames);
                break;
            case PlayerJudgesCommand judges:
                sink.Byte(ServerTags.Judges);
                sink.Int32(judges.Player);
                sink.List(judges.Judges);
                break;
            case MessageCommand message:
                sink.Byte(ServerTags.Message);
                MessageBody.Write(ref sink, message.Message);
                break;
            case ChangeStateCommand change:
                sink.Byte(ServerTags.ChangeState);
                sink.RoomState(change.State);
                break;
            case ChangeHostCommand change:
                sink.Byte(ServerTags.ChangeHost);
                sink.Bool(change.IsHost);
                break;
            case OnJoinRoomCommand join:
                sink.Byte(ServerTags.OnJoinRoom);
                sink.UserInfo(join.User);
                break;
            default:
                throw new UnreachableException($"{command.GetType()} has no layout.");
        }
    }

    private static void WriteAuthenticate<TSink>(ref TSink sink, AuthenticateReply reply)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.Byte(ServerTags.Authenticate);
        sink.Bool(reply.Result.IsSuccess);
        if (reply.Result.IsSuccess)
        {
            sink.AuthenticatedUser(reply.Result.Value);
        }
        else
        {
            sink.Text(reply.Result.Error ?? string.Empty);
        }
    }

    private static void WriteJoinRoom<TSink>(ref TSink sink, JoinRoomReply reply)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.Byte(ServerTags.JoinRoom);
        sink.Bool(reply.Result.IsSuccess);
        if (reply.Result.IsSuccess)
        {
            sink.JoinRoomResponse(reply.Result.Value);
        }
        else
        {
            sink.Text(reply.Result.Error ?? string.Empty);
        }
    }

    private static byte TagOf(UnitReply reply) => reply switch
    {
        ChatReply => ServerTags.Chat,
        CreateRoomReply => ServerTags.CreateRoom,
        LeaveRoomReply => ServerTags.LeaveRoom,
        LockRoomReply => ServerTags.LockRoom,
        CycleRoomReply => ServerTags.CycleRoom,
        SelectChartReply => ServerTags.SelectChart,
        RequestStartReply => ServerTags.RequestStart,
        ReadyReply => ServerTags.Ready,
        CancelReadyReply => ServerTags.CancelReady,
        PlayedReply => ServerTags.Played,
        AbortReply => ServerTags.Abort,
        _ => throw new UnreachableException($"{reply.GetType()} has no tag."),
    };
}

using System.Diagnostics;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Server;

/// <summary>Writes server commands.</summary>
public static class ServerCommandEncoder
{
    /// <summary>Makes the frame of a command: encode once, send to many.</summary>
    /// <returns>The frame, or null when the payload exceeds what any receiver accepts.</returns>
    public static byte[]? TryEncode(ServerCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var writer = new WireWriter(stackalloc byte[WireWriter.SmallSize]);
        Write(ref writer, command);
        return writer.ToFrame();
    }

    private static void Write(ref WireWriter writer, ServerCommand command)
    {
        switch (command)
        {
            case PongCommand:
                writer.Byte(ServerTags.Pong);
                break;
            case UnitReply reply:
                writer.Byte(TagOf(reply));
                writer.Result(reply.Result);
                break;
            case AuthenticateReply authenticate:
                WriteAuthenticate(ref writer, authenticate);
                break;
            case JoinRoomReply join:
                WriteJoinRoom(ref writer, join);
                break;
            default:
                WritePush(ref writer, command);
                break;
        }
    }

    private static void WritePush(ref WireWriter writer, ServerCommand command)
    {
        switch (command)
        {
            case PlayerTouchesCommand touches:
                writer.Byte(ServerTags.Touches);
                writer.Int32(touches.Player);
                writer.List(touches.Frames);
                break;
            case PlayerJudgesCommand judges:
                writer.Byte(ServerTags.Judges);
                writer.Int32(judges.Player);
                writer.List(judges.Judges);
                break;
            case MessageCommand message:
                writer.Byte(ServerTags.Message);
                MessageBody.Write(ref writer, message.Message);
                break;
            case ChangeStateCommand change:
                writer.Byte(ServerTags.ChangeState);
                writer.RoomState(change.State);
                break;
            case ChangeHostCommand change:
                writer.Byte(ServerTags.ChangeHost);
                writer.Bool(change.IsHost);
                break;
            case OnJoinRoomCommand join:
                writer.Byte(ServerTags.OnJoinRoom);
                writer.UserInfo(join.User);
                break;
            default:
                throw new UnreachableException($"{command.GetType()} has no layout.");
        }
    }

    private static void WriteAuthenticate(ref WireWriter writer, AuthenticateReply reply)
    {
        writer.Byte(ServerTags.Authenticate);
        writer.Bool(reply.Result.IsSuccess);
        if (reply.Result.IsSuccess)
        {
            writer.AuthenticatedUser(reply.Result.Value);
        }
        else
        {
            writer.Text(reply.Result.Error ?? string.Empty);
        }
    }

    private static void WriteJoinRoom(ref WireWriter writer, JoinRoomReply reply)
    {
        writer.Byte(ServerTags.JoinRoom);
        writer.Bool(reply.Result.IsSuccess);
        if (reply.Result.IsSuccess)
        {
            writer.JoinRoomResponse(reply.Result.Value);
        }
        else
        {
            writer.Text(reply.Result.Error ?? string.Empty);
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

using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Server;

/// <summary>Reads server commands, as a client does. No input makes it throw. What it yields owns all it has.</summary>
public static class ServerCommandDecoder
{
    /// <summary>Reads the command of one payload; bytes left over after it are ignored.</summary>
    /// <param name="payload">A frame's payload, at most <see cref="ProtocolLimits.MaxPayload"/> bytes.</param>
    /// <param name="command">The command, if there is one.</param>
    /// <param name="error">The error when there is none.</param>
    public static bool TryDecode(in ReadOnlySequence<byte> payload, [NotNullWhen(true)] out ServerCommand? command, out DecodeError error)
    {
        using var contiguous = new ContiguousPayload(payload);
        return TryDecode(contiguous.Bytes, out command, out error);
    }

    /// <inheritdoc cref="TryDecode(in ReadOnlySequence{byte}, out ServerCommand, out DecodeError)" />
    public static bool TryDecode(ReadOnlyMemory<byte> payload, [NotNullWhen(true)] out ServerCommand? command, out DecodeError error)
    {
        if (payload.IsEmpty)
        {
            command = null;
            error = DecodeError.Empty;
            return false;
        }

        var reader = new WireReader(payload);
        var read = Read(ref reader);
        error = reader.Error;
        command = reader.Failed ? null : read;
        return command is not null;
    }

    private static ServerCommand? Read(ref WireReader reader)
    {
        var tag = reader.Byte();
        switch (tag)
        {
            case ServerTags.Pong:
                return PongCommand.Instance;
            case ServerTags.Authenticate:
                return new AuthenticateReply(ReadAuthenticate(ref reader));
            case ServerTags.Touches:
                return new PlayerTouchesCommand(reader.Int32(), reader.TouchFrames(DecodeLimits.Unlimited).ToOwned());
            case ServerTags.Judges:
                return new PlayerJudgesCommand(reader.Int32(), reader.JudgeEvents(DecodeLimits.Unlimited).ToOwned());
            case ServerTags.Message:
                return MessageBody.Read(ref reader) is { } message ? new MessageCommand(message) : null;
            case ServerTags.ChangeState:
                return new ChangeStateCommand(reader.RoomState());
            case ServerTags.ChangeHost:
                return new ChangeHostCommand(reader.Bool());
            case ServerTags.JoinRoom:
                return new JoinRoomReply(ReadJoinRoom(ref reader));
            case ServerTags.OnJoinRoom:
                return new OnJoinRoomCommand(reader.UserInfo());
            default:
                return ReadUnitReply(tag, ref reader);
        }
    }

    private static UnitReply? ReadUnitReply(byte tag, ref WireReader reader)
    {
        if (tag > ServerTags.Abort)
        {
            reader.Fail(DecodeError.UnknownTag);
            return null;
        }

        var result = reader.Bool() ? WireResult.Success : WireResult.Failure(reader.Text());
        return tag switch
        {
            ServerTags.Chat => new ChatReply(result),
            ServerTags.CreateRoom => new CreateRoomReply(result),
            ServerTags.LeaveRoom => new LeaveRoomReply(result),
            ServerTags.LockRoom => new LockRoomReply(result),
            ServerTags.CycleRoom => new CycleRoomReply(result),
            ServerTags.SelectChart => new SelectChartReply(result),
            ServerTags.RequestStart => new RequestStartReply(result),
            ServerTags.Ready => new ReadyReply(result),
            ServerTags.CancelReady => new CancelReadyReply(result),
            ServerTags.Played => new PlayedReply(result),
            _ => new AbortReply(result),
        };
    }

    private static WireResult<AuthenticatedUser> ReadAuthenticate(ref WireReader reader)
    {
        if (!reader.Bool())
        {
            return WireResult<AuthenticatedUser>.Failure(reader.Text());
        }

        var user = reader.UserInfo();
        var room = reader.Bool() ? reader.ClientRoomState() : null;
        return WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(user, room));
    }

    private static WireResult<JoinRoomResponse> ReadJoinRoom(ref WireReader reader) => reader.Bool()
        ? WireResult<JoinRoomResponse>.Success(reader.JoinRoomResponse())
        : WireResult<JoinRoomResponse>.Failure(reader.Text());
}

using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Client;

/// <summary>Reads client commands. No input makes it throw, and nothing but the texts of a command is allocated.</summary>
public static class ClientCommandDecoder
{
    /// <summary>Reads the command of one payload; bytes left over after it are ignored.</summary>
    /// <param name="payload">A frame's payload, at most <see cref="ProtocolLimits.MaxPayload"/> bytes.</param>
    /// <param name="limits">The limits on one packet.</param>
    /// <param name="command">The command, if there is one; its lists lie in <paramref name="payload"/>.</param>
    /// <param name="error">The error when there is none.</param>
    public static bool TryDecode(ReadOnlyMemory<byte> payload, DecodeLimits limits, out ClientCommand command, out DecodeError error)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (payload.IsEmpty)
        {
            command = default;
            error = DecodeError.Empty;
            return false;
        }

        var reader = new WireReader(payload);
        var read = Read(ref reader, limits);
        error = reader.Error;
        command = reader.Failed ? default : read;
        return !reader.Failed;
    }

    private static ClientCommand Read(ref WireReader reader, DecodeLimits limits)
    {
        var kind = (ClientCommandKind)reader.Byte();
        switch (kind)
        {
            case ClientCommandKind.Authenticate:
                return new AuthenticateCommand(reader.Text(ProtocolLimits.MaxTokenBytes));
            case ClientCommandKind.Chat:
                return new ChatCommand(reader.Text(ProtocolLimits.MaxChatBytes));
            case ClientCommandKind.Touches:
                return new TouchesCommand(reader.TouchFrames(limits));
            case ClientCommandKind.Judges:
                return new JudgesCommand(reader.JudgeEvents(limits));
            case ClientCommandKind.CreateRoom:
                return new CreateRoomCommand(reader.RoomName());
            case ClientCommandKind.JoinRoom:
                return new JoinRoomCommand(reader.RoomName(), reader.Bool());
            case ClientCommandKind.LockRoom:
                return new LockRoomCommand(reader.Bool());
            case ClientCommandKind.CycleRoom:
                return new CycleRoomCommand(reader.Bool());
            case ClientCommandKind.SelectChart:
                return new SelectChartCommand(reader.Int32());
            case ClientCommandKind.Played:
                return new PlayedCommand(reader.Int32());
            case ClientCommandKind.Ping or ClientCommandKind.LeaveRoom or ClientCommandKind.RequestStart
                or ClientCommandKind.Ready or ClientCommandKind.CancelReady or ClientCommandKind.Abort:
                return new ClientCommand(kind);
            default:
                reader.Fail(DecodeError.UnknownTag);
                return default;
        }
    }
}

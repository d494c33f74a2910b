using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Client;

/// <summary>Reads client commands. No input makes it throw.</summary>
public static class ClientCommandDecoder
{
    /// <summary>Reads the command of one payload; bytes left over after it are ignored.</summary>
    /// <param name="payload">A frame's payload, at most <see cref="ProtocolLimits.MaxPayload"/> bytes.</param>
    /// <param name="limits">How much to take in one packet.</param>
    /// <param name="command">The command, if there is one.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryDecode(
        in ReadOnlySequence<byte> payload, DecodeLimits limits, [NotNullWhen(true)] out ClientCommand? command, out DecodeError error)
    {
        using var bytes = new PayloadSpan(payload);
        return TryDecode(bytes.Bytes, limits, out command, out error);
    }

    /// <inheritdoc cref="TryDecode(in ReadOnlySequence{byte}, DecodeLimits, out ClientCommand, out DecodeError)" />
    public static bool TryDecode(
        ReadOnlySpan<byte> payload, DecodeLimits limits, [NotNullWhen(true)] out ClientCommand? command, out DecodeError error)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (payload.IsEmpty)
        {
            command = null;
            error = DecodeError.Empty;
            return false;
        }

        var reader = new WireReader(payload);
        var read = Read(ref reader, limits);
        error = reader.Error;
        command = reader.Failed ? null : read;
        return command is not null;
    }

    private static ClientCommand? Read(ref WireReader reader, DecodeLimits limits)
    {
        switch (reader.Byte())
        {
            case ClientTags.Ping:
                return PingCommand.Instance;
            case ClientTags.Authenticate:
                return new AuthenticateCommand(reader.Text(ProtocolLimits.MaxTokenBytes));
            case ClientTags.Chat:
                return new ChatCommand(reader.Text(ProtocolLimits.MaxChatBytes));
            case ClientTags.Touches:
                return new TouchesCommand(reader.TouchFrames(limits));
            case ClientTags.Judges:
                return new JudgesCommand(reader.JudgeEvents(limits));
            case ClientTags.CreateRoom:
                return new CreateRoomCommand(reader.RoomName());
            case ClientTags.JoinRoom:
                return new JoinRoomCommand(reader.RoomName(), reader.Bool());
            case ClientTags.LeaveRoom:
                return LeaveRoomCommand.Instance;
            case ClientTags.LockRoom:
                return new LockRoomCommand(reader.Bool());
            case ClientTags.CycleRoom:
                return new CycleRoomCommand(reader.Bool());
            case ClientTags.SelectChart:
                return new SelectChartCommand(reader.Int32());
            case ClientTags.RequestStart:
                return RequestStartCommand.Instance;
            case ClientTags.Ready:
                return ReadyCommand.Instance;
            case ClientTags.CancelReady:
                return CancelReadyCommand.Instance;
            case ClientTags.Played:
                return new PlayedCommand(reader.Int32());
            case ClientTags.Abort:
                return AbortCommand.Instance;
            default:
                reader.Fail(DecodeError.UnknownTag);
                return null;
        }
    }
}

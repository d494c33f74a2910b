using System.Collections.Concurrent;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Net;

/// <summary>An encoded command with its length, ready to be sent to any number of connections.</summary>
/// <param name="Chart">The chart that this frame shows as the current state; null when it shows none.</param>
internal sealed record OutgoingFrame(ReadOnlyMemory<byte> Bytes, FrameTraits Traits, int? Chart)
{
    // Most of what is sent to one connection alone is one of a dozen frames that never differ.
    private static readonly ConcurrentDictionary<Type, OutgoingFrame> Constant = new();

    public static OutgoingFrame Of(ServerCommand command) => command is PongCommand or UnitReply { Result.IsSuccess: true }
        ? Constant.GetOrAdd(command.GetType(), static (_, constant) => Encode(constant), command)
        : Encode(command);

    private static OutgoingFrame Encode(ServerCommand command) => new(
        ServerCommandEncoder.TryEncode(command) ?? throw new InvalidOperationException($"A {command.GetType().Name} exceeds the largest frame."),
        TraitsOf(command),
        ChartIn(command));

    private static FrameTraits TraitsOf(ServerCommand command) => command switch
    {
        AuthenticateReply { Result.Value: { } user } =>
            FrameTraits.LoginReply | (user.Room is null ? FrameTraits.None : FrameTraits.MakesRoomCopy),
        JoinRoomReply { Result.IsSuccess: true } or CreateRoomReply { Result.IsSuccess: true } => FrameTraits.MakesRoomCopy,
        ChangeStateCommand { State.Kind: RoomStateKind.SelectChart } => FrameTraits.NeedsRoomCopy,
        ChangeStateCommand => FrameTraits.NeedsRoomCopy | FrameTraits.HidesChart,
        ChangeHostCommand or MessageCommand { Message: LockRoomMessage or CycleRoomMessage or LeaveRoomMessage } => FrameTraits.NeedsRoomCopy,
        _ => FrameTraits.None,
    };

    private static int? ChartIn(ServerCommand command) => command switch
    {
        AuthenticateReply { Result.Value.Room: { } room } => room.State.Chart,
        JoinRoomReply { Result.Value: { } joined } => joined.State.Chart,
        ChangeStateCommand change => change.State.Chart,
        _ => null,
    };
}

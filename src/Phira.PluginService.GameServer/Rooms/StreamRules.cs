using Phira.PluginService.Core.Ids;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>
/// The rules for the streams that spectators see. Only players, and only while the round is played: wrong data at another time, or from
/// somebody else, crashes the spectators' games. Never answered.
/// </summary>
internal static class StreamRules
{
    public static RoomTransition Touches(RoomChange change, RoomCommand.Touches command)
    {
        if (MayStream(change.State, command.By))
        {
            change.Send(change.State.Monitors, new PlayerTouchesCommand(command.By.Value, command.Frames));
            change.RaiseTouches(command.By, command.Frames);
        }

        return change.Done();
    }

    public static RoomTransition Judges(RoomChange change, RoomCommand.Judges command)
    {
        if (MayStream(change.State, command.By))
        {
            change.Send(change.State.Monitors, new PlayerJudgesCommand(command.By.Value, command.Events));
            change.RaiseJudges(command.By, command.Events);
        }

        return change.Done();
    }

    private static bool MayStream(RoomState state, UserId user) => state.Round is RoomRound.Playing && state.IsPlayer(user);
}

using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>
/// The rules of the game as one pure function of values: the same room, command and random number give the same next room and the
/// same effects, so a room can be replayed. Nothing here waits, reads a clock or knows a socket.
/// </summary>
internal static class RoomRules
{
    /// <summary>The answer of a room that has ended: to those who would join there is no such room, to the others none that they are in.</summary>
    public static LocalizedText WhyClosed(RoomCommand command) =>
        command is RoomCommand.Join or RoomCommand.CheckJoin ? GameTexts.RoomNotFound : GameTexts.NoRoom;

    /// <param name="randomNumber">A number of at least 0, drawn for this command; chooses the next host.</param>
    public static RoomTransition Apply(RoomState state, RoomCommand command, int randomNumber)
    {
        var change = new RoomChange(state, randomNumber);
        if (state.IsClosed)
        {
            return change.Refuse(WhyClosed(command));
        }

        return command switch
        {
            RoomCommand.Open => MembershipRules.Open(change),
            RoomCommand.Join join => MembershipRules.Join(change, join),
            RoomCommand.Leave leave => MembershipRules.Leave(change, leave),
            RoomCommand.Resume resume => ConnectionRules.Resume(change, resume),
            RoomCommand.Detach detach => ConnectionRules.Detach(change, detach),
            RoomCommand.SetLock setLock => SettingRules.SetLock(change, setLock),
            RoomCommand.SetCycle setCycle => SettingRules.SetCycle(change, setCycle),
            RoomCommand.SelectChart select => SettingRules.SelectChart(change, select),
            RoomCommand.RequestStart start => ReadyRules.RequestStart(change, start),
            RoomCommand.Ready ready => ReadyRules.Ready(change, ready),
            RoomCommand.CancelReady cancel => ReadyRules.CancelReady(change, cancel),
            RoomCommand.Played played => PlayRules.Played(change, played),
            RoomCommand.Abort abort => PlayRules.Abort(change, abort),
            RoomCommand.TimeOut timeOut => RoundRules.TimeOut(change, timeOut),
            RoomCommand.Chat chat => TalkRules.Chat(change, chat),
            RoomCommand.Notice notice => TalkRules.Notice(change, notice),
            RoomCommand.Expel expel => AdminRules.Expel(change, expel),
            RoomCommand.Disband disband => AdminRules.Disband(change, disband),
            RoomCommand.TransferHost transfer => AdminRules.TransferHost(change, transfer),
            RoomCommand.CheckJoin check => change.Answer(MembershipRules.WhyNotJoin(state, check.Command)),
            RoomCommand.CheckSelectChart check => change.Answer(SettingRules.WhyNotSelect(state, check.By)),
            RoomCommand.CheckStart check => change.Answer(ReadyRules.WhyNotStart(state, check.By)),
            RoomCommand.CheckReady check => change.Answer(ReadyRules.WhyNotReady(state, check.By)),
            RoomCommand.CheckFinish check => change.Answer(PlayRules.WhyNotFinish(state, check.By)),
            RoomCommand.Touches touches => StreamRules.Touches(change, touches),
            RoomCommand.Judges judges => StreamRules.Judges(change, judges),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A room knows no such command."),
        };
    }
}

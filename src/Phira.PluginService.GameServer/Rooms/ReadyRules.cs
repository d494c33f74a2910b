using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>From the host's start to the first note.</summary>
internal static class ReadyRules
{
    public static RoomTransition RequestStart(RoomChange change, RoomCommand.RequestStart command)
    {
        if (WhyNotStart(change.State, command.By) is { } refusal)
        {
            return change.Refuse(refusal);
        }

        change.Broadcast(new GameStartMessage((command.By ?? UserId.System).Value));
        change.GoTo(new RoomRound.Waiting(change.State.Host is { } host ? [host] : [], command.By), command.By);
        change.Broadcast(new ChangeStateCommand(change.State.ToWire()));
        RoundRules.CheckCompletion(change);
        change.Reply(new RequestStartReply(WireResult.Success));
        return change.Done();
    }

    public static RoomTransition Ready(RoomChange change, RoomCommand.Ready command)
    {
        if (WhyNotReady(change.State, command.By) is { } refusal)
        {
            return change.Refuse(refusal);
        }

        if (change.State.Round is RoomRound.Waiting waiting)
        {
            change.State = change.State with { Round = waiting with { Ready = waiting.Ready.Add(command.By) } };
            change.Broadcast(new ReadyMessage(command.By.Value));
            RaiseReady(change, change.State.Find(command.By)!, isReady: true);
            RoundRules.CheckCompletion(change);
        }

        change.Reply(new ReadyReply(WireResult.Success));
        return change.Done();
    }

    /// <summary>The host's (and an administrator's) calls the round off, everybody else's only takes back that player's readiness.</summary>
    public static RoomTransition CancelReady(RoomChange change, RoomCommand.CancelReady command)
    {
        if (command.By is { } user && change.State.Find(user) is null)
        {
            return change.Refuse(GameTexts.NoRoom);
        }

        if (change.State.Round is RoomRound.Waiting waiting)
        {
            if (command.By is { } by && !waiting.Ready.Contains(by))
            {
                return change.Refuse(GameTexts.NotReady);
            }

            if (command.By is null || command.By == change.State.Host)
            {
                change.Broadcast(new CancelGameMessage((command.By ?? UserId.System).Value));
                change.GoTo(RoomRound.Selecting.Instance, command.By);
                change.Broadcast(new ChangeStateCommand(change.State.ToWire()));
            }
            else
            {
                change.State = change.State with { Round = waiting with { Ready = waiting.Ready.Remove(command.By.Value) } };
                change.Broadcast(new CancelReadyMessage(command.By.Value.Value));
            }

            if (command.By is { } unready)
            {
                RaiseReady(change, change.State.Find(unready)!, isReady: false);
            }
        }

        change.Reply(new CancelReadyReply(WireResult.Success));
        return change.Done();
    }

    /// <summary>Also asked before plugins are.</summary>
    public static LocalizedText? WhyNotStart(RoomState state, UserId? by) =>
        SettingRules.WhyNotSelect(state, by)
        ?? (state.Chart is null ? GameTexts.NoChartSelected : null)
        ?? (state.Players.IsEmpty ? GameTexts.NoPlayers : null);

    /// <summary>Also asked before plugins are.</summary>
    public static LocalizedText? WhyNotReady(RoomState state, UserId by)
    {
        if (state.Find(by) is null)
        {
            return GameTexts.NoRoom;
        }

        return state.Round is RoomRound.Waiting waiting && waiting.Ready.Contains(by) ? GameTexts.AlreadyReady : null;
    }

    private static void RaiseReady(RoomChange change, RoomMember member, bool isReady)
    {
        var who = member.ToSnapshot(change.State.Id, change.State.IsMonitor(member.Id));
        change.Raise(new PlayerReady(who, change.State.Id, isReady));
    }
}

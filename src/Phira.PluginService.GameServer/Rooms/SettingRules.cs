using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>The rules for the host's settings of the room.</summary>
internal static class SettingRules
{
    public static RoomTransition SetLock(RoomChange change, RoomCommand.SetLock command)
    {
        if (WhyNotLead(change.State, command.By) is { } refusal)
        {
            return change.Refuse(refusal);
        }

        Lock(change, command.Locked);
        change.Reply(new LockRoomReply(WireResult.Success));
        return change.Done();
    }

    /// <summary>Locks or unlocks the room, also one that no player is left to unlock.</summary>
    public static void Lock(RoomChange change, bool isLocked)
    {
        var isNew = change.State.IsLocked != isLocked;
        change.State = change.State with { IsLocked = isLocked };
        change.Broadcast(new LockRoomMessage(isLocked));
        if (isNew)
        {
            change.Raise(new RoomLockChanged(change.State.ToSnapshot()));
        }
    }

    public static RoomTransition SetCycle(RoomChange change, RoomCommand.SetCycle command)
    {
        if (WhyNotLead(change.State, command.By) is { } refusal)
        {
            return change.Refuse(refusal);
        }

        var isNew = change.State.IsCycling != command.Cycling;
        change.State = change.State with { IsCycling = command.Cycling };
        change.Broadcast(new CycleRoomMessage(command.Cycling));
        change.Reply(new CycleRoomReply(WireResult.Success));
        if (isNew)
        {
            change.Raise(new RoomCycleChanged(change.State.ToSnapshot()));
        }

        return change.Done();
    }

    /// <summary>Checked here again after the chart was looked up: the room may have moved on meanwhile.</summary>
    public static RoomTransition SelectChart(RoomChange change, RoomCommand.SelectChart command)
    {
        if (WhyNotSelect(change.State, command.By) is { } refusal)
        {
            return change.Refuse(refusal);
        }

        var chart = command.Chart;
        change.State = change.State with { Chart = chart };
        change.Broadcast(new SelectChartMessage((command.By ?? UserId.System).Value, chart.Name, chart.Id));
        change.Broadcast(new ChangeStateCommand(change.State.ToWire()));
        change.Reply(new SelectChartReply(WireResult.Success));
        change.Raise(new ChartSelected(change.State.ToSnapshot(), command.By, chart));
        return change.Done();
    }

    /// <summary>Also asked before a chart is looked up.</summary>
    public static LocalizedText? WhyNotSelect(RoomState state, UserId? by)
    {
        if (by is { } user && state.Find(user) is null)
        {
            return GameTexts.NoRoom;
        }

        return state.Round is RoomRound.Selecting ? WhyNotLead(state, by) : GameTexts.InvalidState;
    }

    public static LocalizedText? WhyNotLead(RoomState state, UserId? by)
    {
        if (by is not { } user)
        {
            return null;
        }

        if (state.Find(user) is null)
        {
            return GameTexts.NoRoom;
        }

        return state.Host == user ? null : GameTexts.HostOnly;
    }
}

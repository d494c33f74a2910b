using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>The rules for the end of a player's round: with a record or without.</summary>
internal static class PlayRules
{
    /// <summary>Everything is checked before anything is said or stored.</summary>
    public static RoomTransition Played(RoomChange change, RoomCommand.Played command)
    {
        var (state, user, record) = (change.State, command.By, command.Record);
        if (state.Find(user) is not { } member)
        {
            return change.Refuse(GameTexts.NoRoom);
        }

        if (state.Round is RoomRound.Playing round)
        {
            if (WhyNotFinish(round, user) is { } refusal)
            {
                return change.Refuse(refusal);
            }

            if (record.Player != user || (record.Chart is { } chart && chart != state.Chart?.Id))
            {
                return change.Refuse(GameTexts.InvalidRecord);
            }

            change.State = state with { Round = round with { Records = round.Records.Add(record) } };
            change.Broadcast(new PlayedMessage(user.Value, record.Score, record.Accuracy, record.FullCombo));
            change.Raise(new PlayerFinished(member.ToSnapshot(state.Id, state.IsMonitor(user)), state.Id, record));
            RoundRules.CheckCompletion(change);
            RoundRules.SetTimeout(change);
        }

        change.Reply(new PlayedReply(WireResult.Success));
        return change.Done();
    }

    public static RoomTransition Abort(RoomChange change, RoomCommand.Abort command)
    {
        var (state, user) = (change.State, command.By);
        if (state.Find(user) is not { } member)
        {
            return change.Refuse(GameTexts.NoRoom);
        }

        if (state.Round is RoomRound.Playing round)
        {
            if (WhyNotFinish(round, user) is { } refusal)
            {
                return change.Refuse(refusal);
            }

            change.State = state with { Round = round with { Aborted = round.Aborted.Add(user) } };
            change.Broadcast(new AbortMessage(user.Value));
            change.Raise(new PlayerAborted(member.ToSnapshot(state.Id, state.IsMonitor(user)), state.Id));
            RoundRules.CheckCompletion(change);
        }

        change.Reply(new AbortReply(WireResult.Success));
        return change.Done();
    }

    /// <summary>Also asked before the record is looked up. Outside of a round there is nothing to refuse.</summary>
    public static LocalizedText? WhyNotFinish(RoomState state, UserId user) =>
        state.Round is RoomRound.Playing round ? WhyNotFinish(round, user) : null;

    private static LocalizedText? WhyNotFinish(RoomRound.Playing round, UserId user)
    {
        if (round.Aborted.Contains(user))
        {
            return GameTexts.Aborted;
        }

        return round.HasResult(user) ? GameTexts.AlreadyUploaded : null;
    }
}

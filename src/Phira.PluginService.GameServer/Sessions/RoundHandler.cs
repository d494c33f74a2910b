using System.Globalization;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Protocol.Client;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>
/// Requests of a round that need more than the room: the Phira API or the plugins' consent. The room is not held meanwhile,
/// so its rules are checked before, to spare the question, and once more by the room itself.
/// </summary>
internal sealed class RoundHandler(
    IPhiraApi api, PluginConsent consent, UsedRecords usedRecords, RoundHistory history, ServerSwitches switches, TimeProvider timeProvider)
{
    public async Task SelectChartAsync(Session session, RoomActor room, SelectChartCommand command, RequestReply reply, CancellationToken cancellationToken)
    {
        var user = session.User!.Snapshot;
        if ((await room.AskAsync(new RoomCommand.CheckSelectChart(user.Id)) ?? LookupLimit(session)) is { } refusal)
        {
            reply.Refuse(refusal);
            return;
        }

        using var budget = BudgetOf(reply, cancellationToken);
        var chart = await api.GetChartAsync(command.Chart, budget.Token);
        if (!chart.IsSuccess)
        {
            reply.Refuse(chart.Error.Code == PhiraApiErrors.NotFound ? GameTexts.ChartNotFound : GameTexts.ChartUnavailable);
            return;
        }

        var (reason, choice) = await consent.AskAsync(
            new ChartSelected(room.Snapshot, user.Id, chart.Value.Chart) { Language = user.Language },
            (offered, value) => ReplaceChartAsync(offered, value, budget.Token),
            budget);
        if (reason is not null)
        {
            reply.Refuse(reason);
            return;
        }

        await reply.AskAsync(room, new RoomCommand.SelectChart(user.Id, choice.Chart));
    }

    /// <summary>
    /// Marks a user as ready. Outside of the wait for all players Ready changes nothing: a spectator's game would repeat it endlessly if it were refused.
    /// </summary>
    public async Task ReadyAsync(Session session, RoomActor room, RequestReply reply, CancellationToken cancellationToken)
    {
        var user = session.User!.Snapshot;
        if (await room.AskAsync(new RoomCommand.CheckReady(user.Id)) is { } refusal)
        {
            reply.Refuse(refusal);
            return;
        }

        if (room.Snapshot.Phase == RoomPhase.WaitingForReady && !user.IsMonitor)
        {
            var answer = await consent.AskAsync(new PlayerReady(user, room.Id, IsReady: true) { Language = user.Language }, cancellationToken);
            if (answer.Refusal is { } reason)
            {
                reply.Refuse(reason);
                return;
            }
        }

        await reply.AskAsync(room, new RoomCommand.Ready(user.Id));
    }

    public async Task RequestStartAsync(Session session, RoomActor room, RequestReply reply, CancellationToken cancellationToken)
    {
        var user = session.User!.Snapshot;
        if ((await room.AskAsync(new RoomCommand.CheckStart(user.Id)) ?? (switches.IsStopping ? GameTexts.Stopping : null)) is { } refusal)
        {
            reply.Refuse(refusal);
            return;
        }

        var answer = await consent.AskAsync(new GameStarted(room.Snapshot, user.Id) { Language = user.Language }, cancellationToken);
        if (answer.Refusal is { } reason)
        {
            reply.Refuse(reason);
            return;
        }

        await reply.AskAsync(room, new RoomCommand.RequestStart(user.Id));
    }

    public async Task PlayedAsync(Session session, RoomActor room, PlayedCommand command, RequestReply reply, CancellationToken cancellationToken)
    {
        var user = session.User!.Id;
        var before = room.Snapshot;
        if (before.Phase != RoomPhase.Playing)
        {
            reply.Succeed();
            return;
        }

        var refusal = await room.AskAsync(new RoomCommand.CheckFinish(user))
            ?? (usedRecords.Contains(command.Record) ? GameTexts.InvalidRecord : null)
            ?? LookupLimit(session);
        if (refusal is not null)
        {
            reply.Refuse(refusal);
            return;
        }

        using var budget = BudgetOf(reply, cancellationToken);
        var record = await api.GetRecordAsync(command.Record, budget.Token);
        if (!record.IsSuccess)
        {
            reply.Refuse(record.Error.Code == PhiraApiErrors.NotFound ? GameTexts.InvalidRecord : GameTexts.RecordUnavailable);
            return;
        }

        if (await reply.AskAsync(room, new RoomCommand.Played(user, record.Value)))
        {
            await history.AddAsync(before, command.Record, record.Value, cancellationToken);
        }
    }

    /// <summary>Looks up the chart that a plugin wants instead, like the player's choice. The player's own rate of look-ups is not used up by it.</summary>
    private async Task<Result<ChartSelected>> ReplaceChartAsync(ChartSelected offered, string value, CancellationToken cancellationToken)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0)
        {
            return new Error(EventErrors.ReplacementRefused, offered.Type, value, $"1-{int.MaxValue}");
        }

        var chart = await api.GetChartAsync(id, cancellationToken);
        return chart.IsSuccess ? offered with { Chart = chart.Value.Chart } : chart.Error;
    }

    private static LocalizedText? LookupLimit(Session session) => session.Limits.Lookups.TryTake() ? null : GameTexts.TooFast;

    private RequestBudget BudgetOf(RequestReply reply, CancellationToken cancellationToken) => new(reply.Id.ReceivedAt, timeProvider, cancellationToken);
}

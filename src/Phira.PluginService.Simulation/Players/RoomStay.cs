using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.Simulation.Players;

/// <summary>A player's stay in one room: looks at the room every now and then and does what its state calls for.</summary>
internal sealed class RoomStay(Crowd crowd, PhiraClient client, PhiraAccount account, ChatLines lines, Whims whims)
{
    // A player leaves a room in which nothing has happened for this long.
    private const double Patience = 90;
    private const double HostPatience = 25;
    private const int MostRefusals = 3;

    private readonly int _wantedRounds = whims.Random.Next(1, 4);
    private readonly string[] _commands = whims.Shuffle(crowd.Options.Commands);
    private readonly double _loneliness = whims.Between(5, 8);
    private int _roundSeen;
    private int _roundsPlayed;
    private int _refusals;
    private bool _greeted;
    private int _commandsTried;
    private bool _changedMind;
    private long _progressAt = whims.Now();
    private RoomStateKind _lastState;

    /// <summary>Stays until enough was played or nothing happens any more.</summary>
    /// <returns>Whether the room was left in good order; false when the connection was lost on purpose.</returns>
    /// <exception cref="IOException">The connection was lost by accident.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        while (client.Room is { } room)
        {
            if (client.Closed.IsCompleted)
            {
                throw new IOException("The connection was lost.");
            }

            Notice(room);
            if (whims.SecondsSince(_progressAt) > Patience || _refusals >= MostRefusals)
            {
                break;
            }

            if (room.State.Kind == RoomStateKind.SelectChart && _roundsPlayed >= _wantedRounds)
            {
                break;
            }

            if (!await ActAsync(room, cancellationToken))
            {
                return false;
            }

            await whims.PauseAsync(0.4, 1.1, cancellationToken);
        }

        await LeaveAsync(cancellationToken);
        return true;
    }

    private void Notice(ClientRoom room)
    {
        crowd.Lobby.Announce(room.Name, room.State.Kind == RoomStateKind.SelectChart && !room.Locked && room.Users.Count < 8);
        if (room.State.Kind != _lastState)
        {
            _lastState = room.State.Kind;
            _progressAt = whims.Now();
            _changedMind = false;
        }
    }

    /// <returns>False when the connection was lost on purpose.</returns>
    private async Task<bool> ActAsync(ClientRoom room, CancellationToken cancellationToken)
    {
        switch (room.State.Kind)
        {
            case RoomStateKind.SelectChart:
                await ChatAsync(room, cancellationToken);
                if (room.IsHost)
                {
                    await HostAsync(room, cancellationToken);
                }

                return !whims.Chance(0.008) || Drop();
            case RoomStateKind.WaitingForReady:
                await GetReadyAsync(room, cancellationToken);
                return true;
            default:
                return room.Rounds == _roundSeen || await PlayAsync(room, cancellationToken);
        }
    }

    private async Task ChatAsync(ClientRoom room, CancellationToken cancellationToken)
    {
        if (!_greeted)
        {
            _greeted = true;
            await SayAsync(whims.Pick(lines.Greetings), cancellationToken);
        }
        else if (_commandsTried < _commands.Length && ((room.IsHost && _commandsTried == 0) || whims.Chance(0.15)))
        {
            await SayAsync(_commands[_commandsTried++], cancellationToken);
            crowd.Activity.CountCommand();
        }
        else if (whims.Chance(0.12))
        {
            await SayAsync(whims.Pick(lines.SmallTalk), cancellationToken);
        }
    }

    private async Task HostAsync(ClientRoom room, CancellationToken cancellationToken)
    {
        if (room.Users.Count < 2 && whims.SecondsSince(_progressAt) < _loneliness)
        {
            return;
        }

        if (whims.Chance(0.1))
        {
            Check("CycleRoom", await client.CycleRoomAsync(!room.Cycle, cancellationToken));
        }

        if (!Check("SelectChart", await client.SelectChartAsync(whims.Pick(DemoContent.Embedded.Charts).Id, cancellationToken)))
        {
            return;
        }

        await SayAsync(whims.Pick(lines.Suggestions), cancellationToken);
        await whims.PauseAsync(1, 2.5, cancellationToken);

        // The role may have passed on meanwhile.
        if (client.Room is { IsHost: true, State.Kind: RoomStateKind.SelectChart })
        {
            Check("RequestStart", await client.RequestStartAsync(cancellationToken));
        }
    }

    private async Task GetReadyAsync(ClientRoom room, CancellationToken cancellationToken)
    {
        if (!room.IsReady)
        {
            await whims.PauseAsync(0.3, 1.5, cancellationToken);
            Check("Ready", await client.ReadyAsync(cancellationToken));
        }
        else if (room.IsHost && whims.SecondsSince(_progressAt) > HostPatience)
        {
            Check("CancelReady", await client.CancelReadyAsync(cancellationToken));
        }
        else if (!room.IsHost && !_changedMind && whims.Chance(0.08))
        {
            _changedMind = true;
            Check("CancelReady", await client.CancelReadyAsync(cancellationToken));
        }
    }

    /// <returns>False when the connection was lost on purpose.</returns>
    private async Task<bool> PlayAsync(ClientRoom room, CancellationToken cancellationToken)
    {
        _roundSeen = room.Rounds;
        _roundsPlayed++;
        crowd.Activity.CountRound();
        var performance = new Performance(account.Id, room.Chart ?? 0, whims);
        var abortsAt = whims.Chance(0.1) ? whims.Between(0.2, 0.9) : 2;
        var dropsAt = whims.Chance(0.06) ? whims.Between(0.2, 0.9) : 2;
        while (!performance.IsOver && client.Room?.State.Kind == RoomStateKind.Playing)
        {
            if (performance.Progress > dropsAt)
            {
                return Drop();
            }

            if (performance.Progress > abortsAt)
            {
                await AbortAsync(cancellationToken);
                return true;
            }

            var (touches, judges) = performance.Continue();
            await client.SendTouchesAsync(touches, cancellationToken);
            await client.SendJudgesAsync(judges, cancellationToken);
            await whims.PauseAsync(Performance.Step, Performance.Step, cancellationToken);
        }

        await UploadAsync(performance, cancellationToken);
        return true;
    }

    private async Task UploadAsync(Performance performance, CancellationToken cancellationToken)
    {
        var record = crowd.Api.AddRecord(performance.ToRecord());
        var played = await client.PlayedAsync(record, cancellationToken);
        if (played.IsSuccess)
        {
            crowd.Activity.CountRecord();
        }
        else
        {
            _refusals++;
            Log.RecordRefused(crowd.Logger, record, account.Name, played.Error);
        }

        if (whims.Chance(0.4))
        {
            await SayAsync(whims.Pick(lines.Praise), cancellationToken);
        }
    }

    private async Task AbortAsync(CancellationToken cancellationToken)
    {
        if (Check("Abort", await client.AbortAsync(cancellationToken)))
        {
            crowd.Activity.CountAbort();
        }

        await SayAsync(whims.Pick(lines.Regrets), cancellationToken);
    }

    private async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (client.Room is not { } room)
        {
            return;
        }

        if (whims.Chance(0.5))
        {
            await SayAsync(whims.Pick(lines.Farewells), cancellationToken);
        }

        if (Check("LeaveRoom", await client.LeaveRoomAsync(cancellationToken)) && room.Users.Count == 1)
        {
            crowd.Lobby.Withdraw(room.Name);
        }
    }

    private async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        if (Check("Chat", await client.ChatAsync(text, cancellationToken)))
        {
            crowd.Activity.CountChatLine();
            Log.Said(crowd.Logger, account.Name, text);
        }
    }

    /// <summary>A lost network, for a change; the player logs in again soon.</summary>
    private bool Drop()
    {
        crowd.Activity.CountDrop();
        Log.Dropped(crowd.Logger, account.Name);
        client.Drop();
        return false;
    }

    private bool Check(string request, WireResult result)
    {
        if (!result.IsSuccess)
        {
            _refusals++;
            Log.RequestRefused(crowd.Logger, account.Name, request, result.Error);
        }

        return result.IsSuccess;
    }
}

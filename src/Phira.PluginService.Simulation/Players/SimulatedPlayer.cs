using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.Simulation.Players;

/// <summary>One player: session after session, each with some visits to rooms.</summary>
internal sealed class SimulatedPlayer(Crowd crowd, PhiraAccount account, ChatLines lines, Whims whims)
{
    public async Task LiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await PlaySessionAsync(cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                crowd.Activity.CountStumble();
                Log.Stumbled(crowd.Logger, account.Name, exception.Message);
            }

            await whims.PauseAsync(1.5, 4, cancellationToken);
        }
    }

    private async Task PlaySessionAsync(CancellationToken cancellationToken)
    {
        var options = new PhiraClientOptions { TimeProvider = crowd.TimeProvider, ReplyTimeout = crowd.Options.ReplyTimeout, ReceivedCapacity = 64 };
        await using var client = await PhiraClient.ConnectAsync(crowd.Server, options, cancellationToken);
        try
        {
            if (await LogInAsync(client, cancellationToken))
            {
                await VisitRoomsAsync(client, cancellationToken);
            }
        }
        finally
        {
            ReportViolations(client);
        }
    }

    private async Task<bool> LogInAsync(PhiraClient client, CancellationToken cancellationToken)
    {
        var login = await client.AuthenticateAsync(account.Token, cancellationToken);
        if (!login.IsSuccess)
        {
            Log.LoginRefused(crowd.Logger, account.Name, login.Error ?? string.Empty);
            return false;
        }

        crowd.Activity.CountLogin();
        Log.LoggedIn(crowd.Logger, account.Name);
        return true;
    }

    private async Task VisitRoomsAsync(PhiraClient client, CancellationToken cancellationToken)
    {
        if (client.Room is not null)
        {
            crowd.Activity.CountResumption();
            if (!await StayAsync(client, cancellationToken))
            {
                return;
            }
        }

        for (var visits = whims.Random.Next(2, 6); visits > 0; visits--)
        {
            await whims.PauseAsync(0.4, 1.2, cancellationToken);
            if (await EnterRoomAsync(client, cancellationToken) && !await StayAsync(client, cancellationToken))
            {
                return;
            }
        }
    }

    /// <returns>Whether the player left in good order; not so when the connection was lost on purpose.</returns>
    private Task<bool> StayAsync(PhiraClient client, CancellationToken cancellationToken) =>
        new RoomStay(crowd, client, account, lines, whims).RunAsync(cancellationToken);

    private async Task<bool> EnterRoomAsync(PhiraClient client, CancellationToken cancellationToken)
    {
        if (crowd.Lobby.Pick(whims.Random) is { } known)
        {
            return await JoinAsync(client, known, cancellationToken);
        }

        return crowd.Lobby.TryBeginOpening() && await OpenAsync(client, cancellationToken);
    }

    private async Task<bool> JoinAsync(PhiraClient client, RoomName room, CancellationToken cancellationToken)
    {
        var joined = await client.JoinRoomAsync(room, monitor: false, cancellationToken);
        if (!joined.IsSuccess)
        {
            // Gone, full, locked or busy: those inside, if there are any, will announce it again.
            crowd.Lobby.Withdraw(room);
            Log.RequestRefused(crowd.Logger, account.Name, "JoinRoom", joined.Error ?? string.Empty);
            return false;
        }

        crowd.Activity.CountRoomJoined();
        Log.JoinedRoom(crowd.Logger, account.Name, room.Value);
        return true;
    }

    private async Task<bool> OpenAsync(PhiraClient client, CancellationToken cancellationToken)
    {
        var room = Lobby.NewName(whims.Random);
        var opened = false;
        try
        {
            var created = await client.CreateRoomAsync(room, cancellationToken);
            opened = created.IsSuccess;
            if (opened)
            {
                crowd.Activity.CountRoomOpened();
                Log.OpenedRoom(crowd.Logger, account.Name, room.Value);
            }
            else
            {
                Log.RequestRefused(crowd.Logger, account.Name, "CreateRoom", created.Error ?? string.Empty);
            }
        }
        finally
        {
            crowd.Lobby.EndOpening(opened ? room : null);
        }

        return opened;
    }

    private void ReportViolations(PhiraClient client)
    {
        var violations = client.Violations;
        crowd.Activity.CountViolations(violations.Count);
        foreach (var violation in violations)
        {
            Log.Violation(crowd.Logger, account.Name, violation.Kind, violation.Details, violation.Frame);
        }
    }
}

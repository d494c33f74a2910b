using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Moderation;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Settings;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.GameServer.Users;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Finds out who somebody is, and lets them in or not.</summary>
internal sealed partial class LoginHandler(
    IPhiraApi api,
    LoginGate gate,
    LoginRates rates,
    RefusalReporter refusals,
    LiveSettings settings,
    UserDirectory users,
    UserPresence presence,
    RoomDirectory rooms,
    PluginConsent consent,
    IGameEvents events,
    BackgroundTasks background,
    GameMetrics metrics,
    TimeProvider timeProvider,
    ILogger<LoginHandler> logger)
{
    public async Task LoginAsync(Session session, AuthenticateCommand command, RequestReply reply, CancellationToken cancellationToken)
    {
        if (session.User is not null)
        {
            reply.Refuse(GameTexts.RepeatedLogin);
            return;
        }

        if (session.Refusal is { } refusal)
        {
            TurnAway(session, reply, refusal.Text, "refused_connection");
            return;
        }

        if (gate.WhyNotFrom(session.Address) is { } why)
        {
            TurnAway(session, reply, why, "banned_address");
            return;
        }

        if (!AccessToken.IsWellFormed(command.Token))
        {
            TurnAway(session, reply, GameTexts.InvalidToken.In(Language.English), "invalid_token");
            return;
        }

        if (!rates.TryTake(session.Address))
        {
            refusals.Report(RefusalReason.LoginRate, session.Address);
            TurnAway(session, reply, GameTexts.TooManyLogins.InEveryLanguage("\n"), "too_many_logins");
            return;
        }

        session.LoginBegins();

        // A user who is not admitted in time is told so before the game stops waiting, and is not left half logged in.
        using var budget = new RequestBudget(reply.Id.ReceivedAt, timeProvider, cancellationToken);
        try
        {
            await IdentifyAsync(session, command.Token, reply, budget.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            TurnAway(session, reply, GameTexts.Busy.In(Language.English), "timeout");
        }
    }

    private async Task IdentifyAsync(Session session, string token, RequestReply reply, CancellationToken cancellationToken)
    {
        var profile = await api.GetProfileAsync(token, cancellationToken);
        if (!profile.IsSuccess || profile.Value.Id.Value <= 0)
        {
            TurnAway(session, reply, GameTexts.LoginFailed.In(Language.English), profile.Error?.Code.Value ?? "invalid_account");
            return;
        }

        var language = GameLanguages.Resolve(profile.Value.Language);
        if (gate.WhyNot(profile.Value.Id) is { } refusal)
        {
            TurnAway(session, reply, refusal.In(language), "not_admitted");
            return;
        }

        var answer = await consent.AskAsync(new UserConnected(Preview(profile.Value)), cancellationToken);
        if (answer.Refusal is { } reason)
        {
            TurnAway(session, reply, reason, "refused");
            return;
        }

        await AdmitAsync(session, profile.Value, reply, cancellationToken);
    }

    private async Task AdmitAsync(Session session, PhiraProfile profile, RequestReply reply, CancellationToken cancellationToken)
    {
        var claim = await users.ClaimAsync(profile, session, IsPlaying(profile.Id), cancellationToken);
        session.Belongs(claim.Entry);
        await UserPresence.ReplaceAsync(claim.Entry, claim.Displaced, cancellationToken);

        if (gate.WhyBanned(profile.Id) is { } banned)
        {
            // The ban came while this login was on its way, and those who carried it out may not have seen the user.
            TurnAway(session, reply, banned.In(claim.Entry.Language), "not_admitted");
            background.Run("banned user", () => presence.KickAsync(claim.Entry, banned.In(claim.Entry.Language)));
            return;
        }

        session.Authenticated();
        var user = claim.Entry.Snapshot;
        if (rooms.Find(user) is { } room)
        {
            await room.AskAsync(new RoomCommand.Resume(user.Id, session.Connection.Id, [.. claim.Displaced.Select(displaced => displaced.Id)]), reply.Id);
        }

        if (!reply.IsSent)
        {
            await presence.KeepOnlyAsync(claim.Entry, session, cancellationToken);
            var info = new UserInfo(user.Id.Value, user.Name, Monitor: false);
            reply.Send(new AuthenticateReply(WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(info, Room: null))));
            if (!claim.IsNew)
            {
                events.Publish(new SessionResumed(user, WasSuspended: false));
            }
        }

        metrics.Login(claim.IsNew ? "accepted" : "resumed");
        Log.Login(logger, user.Id.Value, user.Name, session.Connection.Id.Sequence, claim.IsNew);
        if (claim.IsNew)
        {
            session.Say(settings.Current.MessageOfTheDay);
            if (users.TryAnnounce(claim.Entry))
            {
                events.Publish(new UserConnected(user));
            }
        }
    }

    /// <summary>
    /// A game that misses a pong during a live round logs in a second time for the stream, while its panel keeps the first connection and uploads
    /// the result through that.
    /// </summary>
    private bool IsPlaying(UserId user) =>
        users.TryFind(user, out var entry) && rooms.Find(entry.Snapshot)?.Snapshot.Phase == RoomPhase.Playing;

    private void TurnAway(Session session, RequestReply reply, string text, string outcome)
    {
        metrics.Login(outcome);
        Log.TurnedAway(logger, session.Connection.Id.Sequence, outcome);
        reply.Refuse(text);
        session.Close(DisconnectReason.LoginFailed);
    }

    private UserSnapshot Preview(PhiraProfile profile) => new()
    {
        Id = profile.Id,
        Name = profile.Name,
        Language = profile.Language,
        IsConnected = false,
        ConnectedAt = timeProvider.GetUtcNow(),
    };

    private static partial class Log
    {
        [LoggerMessage(2050, LogLevel.Information, "User {User} ({Name}) logged in on connection {Connection} (new: {IsNew})")]
        public static partial void Login(ILogger logger, int user, string name, long connection, bool isNew);

        [LoggerMessage(2051, LogLevel.Information, "The login on connection {Connection} was refused: {Outcome}")]
        public static partial void TurnedAway(ILogger logger, long connection, string outcome);
    }
}

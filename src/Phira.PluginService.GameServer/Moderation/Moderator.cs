using System.Globalization;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.GameServer.Bans;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer.Moderation;

/// <summary>Decides bans and carries them out on those who are here.</summary>
internal sealed partial class Moderator(
    BanList bans, UserDirectory users, UserPresence presence, ConnectionTable connections, TimeProvider timeProvider, ILogger<Moderator> logger) : IBans
{
    private const int MaxReason = 200;

    public IReadOnlyList<Ban> Active => bans.Active;

    public Ban? Find(UserId user) => bans.Find(user);

    public int CountAffected(BanTarget target) => users.All.Count(entry => entry.Connections.Count > 0 && IsConcerned(target, entry));

    public async Task<Result<Ban>> BanAsync(
        BanTarget target, string reason, DateTimeOffset? expiresAt, string bannedBy, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        if (expiresAt <= now)
        {
            return new Error(BanErrors.Expired, expiresAt.Value.ToString("u"));
        }

        var ban = new Ban(target, ShortText.Of(reason, MaxReason), expiresAt, bannedBy, now);
        await bans.SetAsync(ban, cancellationToken);
        var duration = expiresAt is { } end ? string.Create(CultureInfo.InvariantCulture, $"until {end.ToUniversalTime():u}") : "permanently";
        Log.Banned(logger, target.ToString(), bannedBy, duration, ban.Reason);

        // A login checks the list after its user is in the directory: nobody slips through between.
        await RemoveConcernedAsync(ban).WaitAsync(cancellationToken);
        return ban;
    }

    public async Task<Result> UnbanAsync(BanTarget target, string unbannedBy, CancellationToken cancellationToken)
    {
        if (!await bans.RemoveAsync(target, cancellationToken))
        {
            return new Error(BanErrors.NotFound, target.ToString());
        }

        Log.Unbanned(logger, target.ToString(), unbannedBy);
        return Result.Success;
    }

    private async Task RemoveConcernedAsync(Ban ban)
    {
        var text = bans.TextFor(ban);
        var concerned = users.All.Where(entry => IsConcerned(ban.Target, entry)).ToList();
        await Task.WhenAll(concerned.Select(entry => presence.KickAsync(entry, text.In(entry.Language))));
        if (ban.Target is BanTarget.Network network)
        {
            foreach (var connection in connections.All.Where(connection => network.Contains(connection.Address)))
            {
                connection.Close(DisconnectReason.Kicked);
            }
        }
    }

    private static bool IsConcerned(BanTarget target, UserEntry entry) => target switch
    {
        BanTarget.User user => entry.Id == user.Id,
        BanTarget.Network network => entry.Connections.Any(connection => network.Contains(connection.Address)),
        _ => false,
    };

    private static partial class Log
    {
        [LoggerMessage(2080, LogLevel.Information, "{Target} was banned by {By} {Duration}: {Reason}")]
        public static partial void Banned(ILogger logger, string target, string by, string duration, string reason);

        [LoggerMessage(2081, LogLevel.Information, "The ban of {Target} was lifted by {By}")]
        public static partial void Unbanned(ILogger logger, string target, string by);
    }
}

using System.Collections.Concurrent;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Bans without a game that they keep anybody out of.</summary>
public sealed class FakeBans(TimeProvider time) : IBans
{
    private readonly ConcurrentDictionary<BanTarget, Ban> _bans = [];

    /// <inheritdoc />
    public IReadOnlyList<Ban> Active =>
        [.. _bans.Values.Where(ban => ban.IsActive(time.GetUtcNow())).OrderByDescending(ban => ban.BannedAt)];

    /// <inheritdoc />
    public Ban? Find(UserId user) => Active.FirstOrDefault(ban => ban.Target == BanTarget.Of(user));

    /// <inheritdoc />
    public int CountAffected(BanTarget target) => 0;

    /// <inheritdoc />
    public Task<Result<Ban>> BanAsync(
        BanTarget target, string reason, DateTimeOffset? expiresAt, string bannedBy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (expiresAt <= now)
        {
            return Task.FromResult<Result<Ban>>(new Error(BanErrors.Expired, $"{expiresAt:O}"));
        }

        return Task.FromResult<Result<Ban>>(_bans[target] = new Ban(target, reason, expiresAt, bannedBy, now));
    }

    /// <inheritdoc />
    public Task<Result> UnbanAsync(BanTarget target, string unbannedBy, CancellationToken cancellationToken) =>
        Task.FromResult(_bans.TryRemove(target, out _) ? Result.Success : new Error(BanErrors.NotFound, $"{target}"));
}

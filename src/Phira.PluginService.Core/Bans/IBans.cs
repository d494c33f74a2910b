using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Bans;

/// <summary>Keeps people out of the game server. Reading never blocks.</summary>
public interface IBans
{
    /// <summary>All active bans, newest first.</summary>
    IReadOnlyList<Ban> Active { get; }

    /// <summary>Finds the active ban that names an account.</summary>
    /// <returns>The ban, or null.</returns>
    Ban? Find(UserId user);

    /// <summary>Counts the connected players that a ban of a target would remove.</summary>
    int CountAffected(BanTarget target);

    /// <summary>
    /// Bans a target, in place of an earlier ban of the same target, and removes at once everybody who is here and concerned: they
    /// read why.
    /// </summary>
    /// <param name="reason">The reason, which the banned player reads. At most 200 characters are kept.</param>
    /// <param name="expiresAt">End of the ban; null for a permanent one.</param>
    /// <param name="cancellationToken">Cancels waiting; the ban may have been written.</param>
    /// <returns>The ban, or <c>ban.expired</c> when it would end before it begins.</returns>
    Task<Result<Ban>> BanAsync(
        BanTarget target, string reason, DateTimeOffset? expiresAt, string bannedBy, CancellationToken cancellationToken);

    /// <summary>Lets a target in again.</summary>
    /// <param name="target">Exactly the account or network that was banned.</param>
    /// <param name="cancellationToken">Cancels waiting; the ban may have been removed.</param>
    /// <returns>Success, or <c>ban.not_found</c>.</returns>
    Task<Result> UnbanAsync(BanTarget target, string unbannedBy, CancellationToken cancellationToken);
}

namespace Phira.PluginService.Core.Bans;

/// <summary>A ban of a player or an address.</summary>
/// <param name="Reason">The reason, which the banned player reads. Empty when none was given.</param>
/// <param name="ExpiresAt">End of the ban; null for a permanent one.</param>
/// <param name="BannedBy">The administrator or plugin that banned the target.</param>
public sealed record Ban(BanTarget Target, string Reason, DateTimeOffset? ExpiresAt, string BannedBy, DateTimeOffset BannedAt)
{
    /// <summary>Whether the ban keeps its target out at a moment.</summary>
    public bool IsActive(DateTimeOffset moment) => ExpiresAt is null || ExpiresAt > moment;
}

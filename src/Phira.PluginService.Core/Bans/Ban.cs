namespace Phira.PluginService.Core.Bans;

/// <summary>Somebody is kept out.</summary>
/// <param name="Reason">Why; the banned player reads it. Empty when nobody gave one.</param>
/// <param name="ExpiresAt">When the ban ends; null for never.</param>
/// <param name="BannedBy">Who decided it: an administrator or a plugin.</param>
public sealed record Ban(BanTarget Target, string Reason, DateTimeOffset? ExpiresAt, string BannedBy, DateTimeOffset BannedAt)
{
    /// <summary>Whether the ban keeps its target out at a moment.</summary>
    public bool IsActive(DateTimeOffset moment) => ExpiresAt is null || ExpiresAt > moment;
}

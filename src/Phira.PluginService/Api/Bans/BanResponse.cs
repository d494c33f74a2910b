using System.ComponentModel;
using Phira.PluginService.Core.Bans;

namespace Phira.PluginService.Api.Bans;

/// <summary>An active ban.</summary>
internal sealed record BanResponse
{
    [Description("The banned player or address: user:100, or a network such as 203.0.113.7/32. Identifies the ban.")]
    public required string Target { get; init; }

    [Description("Number of the Phira account; null when a network is banned.")]
    public required int? User { get; init; }

    [Description("The reason, which the banned player reads. Empty when none was given.")]
    public required string Reason { get; init; }

    [Description("End of the ban; null for a permanent one.")]
    public required DateTimeOffset? ExpiresAt { get; init; }

    [Description("The author: an administrator or plugin:name.")]
    public required string BannedBy { get; init; }

    [Description("Time at which the ban was decided.")]
    public required DateTimeOffset BannedAt { get; init; }

    public static BanResponse From(Ban ban) => new()
    {
        Target = ban.Target.ToString(),
        User = ban.Target is BanTarget.User user ? user.Id.Value : null,
        Reason = ban.Reason,
        ExpiresAt = ban.ExpiresAt,
        BannedBy = ban.BannedBy,
        BannedAt = ban.BannedAt,
    };
}

using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Bans;

/// <summary>Keeps somebody out.</summary>
[RequestExample("""{"target":"user:100","reason":"spam","expiresAt":"2099-12-24T18:00:00Z"}""")]
internal sealed record BanRequest(
    [property: Description("Player or address: user:100, 203.0.113.7, 203.0.113.0/24 or their IPv6 forms.")] string? Target,
    [property: Description("The reason, at most 200 characters, which the banned player reads.")] string? Reason,
    [property: Description("End of the ban, with time zone: 2026-12-24T18:00:00Z; null or left out for a permanent one.")] DateTimeOffset? ExpiresAt);

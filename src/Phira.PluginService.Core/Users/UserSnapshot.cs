using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Users;

/// <summary>A player as known at one moment.</summary>
public sealed record UserSnapshot
{
    /// <summary>The Phira account.</summary>
    public required UserId Id { get; init; }

    /// <summary>The account's display name.</summary>
    public required string Name { get; init; }

    /// <summary>The language tag of the account, for example <c>zh-CN</c>; empty when the API gave none.</summary>
    public required string Language { get; init; }

    /// <summary>The room the user is in, if any.</summary>
    public RoomId? Room { get; init; }

    /// <summary>Whether the user watches that room instead of playing.</summary>
    public bool IsMonitor { get; init; }

    /// <summary>False while the connection is lost and the user's place is kept.</summary>
    public required bool IsConnected { get; init; }

    /// <summary>Time of the login.</summary>
    public required DateTimeOffset ConnectedAt { get; init; }
}

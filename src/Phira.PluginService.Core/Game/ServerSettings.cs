using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Game;

/// <summary>What administrators change about the game server while it runs.</summary>
public sealed record ServerSettings
{
    /// <summary>Most characters of <see cref="MessageOfTheDay"/> and <see cref="MaintenanceText"/>.</summary>
    public const int MaxText = 2_000;

    /// <summary>The settings of a server on which nobody has changed any.</summary>
    public static readonly ServerSettings Default = new();

    /// <summary>What every player reads after logging in; empty for nothing.</summary>
    public string MessageOfTheDay { get; init; } = "";

    /// <summary>Whether players and plugins may open rooms.</summary>
    public bool IsRoomCreationOn { get; init; } = true;

    /// <summary>Whether new logins are refused. Players who are here stay, and may reconnect.</summary>
    public bool IsInMaintenance { get; init; }

    /// <summary>What is read by those who are refused during maintenance; empty for a text of the server's own.</summary>
    public string MaintenanceText { get; init; } = "";

    /// <summary>Who may log in during maintenance, besides the administrators of the configuration.</summary>
    public ImmutableArray<UserId> AdmittedInMaintenance { get; init; } = [];
}

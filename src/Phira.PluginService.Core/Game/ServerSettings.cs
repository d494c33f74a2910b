using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Game;

/// <summary>The settings of the game server that administrators change while it runs.</summary>
public sealed record ServerSettings
{
    /// <summary>Most characters of <see cref="MessageOfTheDay"/> and <see cref="MaintenanceText"/>.</summary>
    public const int MaxText = 2_000;

    /// <summary>The settings of a server on which nobody has changed any.</summary>
    public static readonly ServerSettings Default = new();

    /// <summary>The text that every player reads after logging in; empty for none.</summary>
    public string MessageOfTheDay { get; init; } = "";

    /// <summary>Whether players and plugins may open rooms.</summary>
    public bool IsRoomCreationOn { get; init; } = true;

    /// <summary>Whether new logins are refused. Players who are here stay, and may reconnect.</summary>
    public bool IsInMaintenance { get; init; }

    /// <summary>The reason shown to players who are refused during maintenance; empty for the server's own text.</summary>
    public string MaintenanceText { get; init; } = "";

    /// <summary>The players who may log in during maintenance, besides the administrators of the configuration.</summary>
    public ImmutableArray<UserId> AdmittedInMaintenance { get; init; } = [];
}

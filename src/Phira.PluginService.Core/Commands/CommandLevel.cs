namespace Phira.PluginService.Core.Commands;

/// <summary>Who may use a command.</summary>
public enum CommandLevel
{
    /// <summary>Every player.</summary>
    Player,

    /// <summary>The host of the room the player is in, and administrators.</summary>
    RoomHost,

    /// <summary>Administrators.</summary>
    Admin,
}

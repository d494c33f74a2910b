namespace Phira.PluginService.Core.Commands;

/// <summary>The level of rights that a command requires.</summary>
public enum CommandLevel
{
    /// <summary>Every player.</summary>
    Player,

    /// <summary>The host of the room the player is in, and administrators.</summary>
    RoomHost,

    /// <summary>Administrators.</summary>
    Admin,
}

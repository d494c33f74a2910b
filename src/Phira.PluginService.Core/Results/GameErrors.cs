namespace Phira.PluginService.Core.Results;

/// <summary>Failures of actions on the game server.</summary>
public static class GameErrors
{
    /// <summary>{0}: user id.</summary>
    public static readonly ErrorCode UserNotFound = new("user.not_found", ErrorKind.NotFound);

    /// <summary>{0}: room handle or name.</summary>
    public static readonly ErrorCode RoomNotFound = new("room.not_found", ErrorKind.NotFound);
}

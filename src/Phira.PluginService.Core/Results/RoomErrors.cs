namespace Phira.PluginService.Core.Results;

/// <summary>Reasons why a room cannot do what it is asked to.</summary>
public static class RoomErrors
{
    /// <summary>{0}: room handle.</summary>
    public static readonly ErrorCode WrongPhase = new("room.wrong_phase", ErrorKind.Conflict);

    /// <summary>{0}: room handle.</summary>
    public static readonly ErrorCode NoChart = new("room.no_chart", ErrorKind.Conflict);

    /// <summary>{0}: room handle.</summary>
    public static readonly ErrorCode NoPlayers = new("room.no_players", ErrorKind.Conflict);

    /// <summary>{0}: user id. {1}: room handle.</summary>
    public static readonly ErrorCode NoSuchMember = new("room.no_such_member", ErrorKind.NotFound);

    /// <summary>{0}: user id. {1}: room handle.</summary>
    public static readonly ErrorCode NoSuchPlayer = new("room.no_such_player", ErrorKind.NotFound);

    /// <summary>{0}: players asked for. {1}: most players allowed.</summary>
    public static readonly ErrorCode SizeOutOfRange = new("room.size_out_of_range", ErrorKind.InvalidArgument);

    /// <summary>{0}: most rooms allowed.</summary>
    public static readonly ErrorCode LimitReached = new("room.limit_reached", ErrorKind.QuotaExceeded);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode CreationOff = new("room.creation_off", ErrorKind.Unavailable);

    /// <summary>{0}: room handle.</summary>
    public static readonly ErrorCode Busy = new("room.busy", ErrorKind.QuotaExceeded);

    /// <summary>{0}: room handle.</summary>
    public static readonly ErrorCode Fault = new("room.fault", ErrorKind.Internal);
}

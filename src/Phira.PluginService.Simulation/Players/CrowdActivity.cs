namespace Phira.PluginService.Simulation.Players;

/// <summary>The counts of the crowd's actions so far; they only go up.</summary>
public sealed class CrowdActivity
{
    private int _logins;
    private int _roomsOpened;
    private int _roomsJoined;
    private int _chatLines;
    private int _commands;
    private int _roundsPlayed;
    private int _recordsUploaded;
    private int _aborts;
    private int _drops;
    private int _resumptions;
    private int _stumbles;
    private int _violations;

    /// <summary>Successful logins.</summary>
    public int Logins => Volatile.Read(ref _logins);

    /// <summary>Rooms opened.</summary>
    public int RoomsOpened => Volatile.Read(ref _roomsOpened);

    /// <summary>Rooms joined.</summary>
    public int RoomsJoined => Volatile.Read(ref _roomsJoined);

    /// <summary>Chat lines said, commands included.</summary>
    public int ChatLines => Volatile.Read(ref _chatLines);

    /// <summary>Commands of plugins typed.</summary>
    public int Commands => Volatile.Read(ref _commands);

    /// <summary>Rounds begun, counted once a player.</summary>
    public int RoundsPlayed => Volatile.Read(ref _roundsPlayed);

    /// <summary>Records uploaded and accepted.</summary>
    public int RecordsUploaded => Volatile.Read(ref _recordsUploaded);

    /// <summary>Rounds aborted.</summary>
    public int Aborts => Volatile.Read(ref _aborts);

    /// <summary>Connections broken off without a goodbye.</summary>
    public int Drops => Volatile.Read(ref _drops);

    /// <summary>Logins that found the player still in a room.</summary>
    public int Resumptions => Volatile.Read(ref _resumptions);

    /// <summary>Sessions that ended by an error: no server, no answer, a lost connection.</summary>
    public int Stumbles => Volatile.Read(ref _stumbles);

    /// <summary>Things that a real game would not have survived.</summary>
    public int Violations => Volatile.Read(ref _violations);

    internal void CountLogin() => Interlocked.Increment(ref _logins);

    internal void CountRoomOpened() => Interlocked.Increment(ref _roomsOpened);

    internal void CountRoomJoined() => Interlocked.Increment(ref _roomsJoined);

    internal void CountChatLine() => Interlocked.Increment(ref _chatLines);

    internal void CountCommand() => Interlocked.Increment(ref _commands);

    internal void CountRound() => Interlocked.Increment(ref _roundsPlayed);

    internal void CountRecord() => Interlocked.Increment(ref _recordsUploaded);

    internal void CountAbort() => Interlocked.Increment(ref _aborts);

    internal void CountDrop() => Interlocked.Increment(ref _drops);

    internal void CountResumption() => Interlocked.Increment(ref _resumptions);

    internal void CountStumble() => Interlocked.Increment(ref _stumbles);

    internal void CountViolations(int count) => Interlocked.Add(ref _violations, count);
}

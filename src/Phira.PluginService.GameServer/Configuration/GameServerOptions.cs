namespace Phira.PluginService.GameServer.Configuration;

/// <summary>The settings of the game server for its listener and its players. Section <c>game</c>.</summary>
public sealed class GameServerOptions
{
    /// <summary>TCP port that players connect to.</summary>
    /// <value>0 (any free port) to 65,535; default 12346.</value>
    public int Port { get; set; } = 12346;

    /// <summary>Address to listen on; empty for all addresses, IPv6 and IPv4.</summary>
    /// <value>An IP address; default empty.</value>
    public string ListenAddress { get; set; } = "";

    /// <summary>
    /// Proxies that begin each connection with a PROXY protocol header (version 1 or 2), which tells the player's address. A
    /// connection from such a proxy without a header is refused, and so is a header from anywhere else.
    /// </summary>
    /// <value>IP addresses or networks such as <c>10.0.0.0/8</c>; default none.</value>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>Accounts that may watch rooms as monitors.</summary>
    /// <value>Account numbers; null, the default, means account 2 alone.</value>
    public IList<int>? Monitors { get; set; }

    /// <summary>Accounts that may log in during maintenance and use the commands of administrators in chat.</summary>
    /// <value>Account numbers; null, the default, means none.</value>
    public IList<int>? Admins { get; set; }

    /// <summary>The time that a connection has to log in.</summary>
    /// <value>Seconds, 1 to 60; default 10.</value>
    public double HandshakeTimeoutSecs { get; set; } = 10;

    /// <summary>The silence after which a connection counts as lost. The game sends something every 3 seconds.</summary>
    /// <value>Seconds, 1 to 300; default 10.</value>
    public double SilenceTimeoutSecs { get; set; } = 10;

    /// <summary>The time for which the place of a player whose connection was lost is kept, counted from the last packet.</summary>
    /// <value>Seconds, 0 to 3,600; default 20.</value>
    public double ReconnectGraceSecs { get; set; } = 20;

    /// <summary>The same while the player's room is in a round.</summary>
    /// <value>Seconds, 0 to 3,600; default 20.</value>
    public double PlayingReconnectGraceSecs { get; set; } = 20;

    /// <summary>
    /// Least time between a request and its reply: the game registers that it waits for a reply only after it has sent the
    /// request, and a reply that comes before that breaks its connection.
    /// </summary>
    /// <value>Milliseconds, 0 to 1,000; default 5.</value>
    public double MinReplyDelayMs { get; set; } = 5;

    /// <summary>The time for which pushes that need the game's copy of the room are held back after the reply that creates the copy.</summary>
    /// <value>Milliseconds, 0 to 1,000; default 20.</value>
    public double RoomCopyDelayMs { get; set; } = 20;

    /// <summary>The time for which a newly shown chart stays visible to a game before the next state, so that the game notices it.</summary>
    /// <value>Milliseconds, 0 to 2,000; default 100.</value>
    public double ChartShownMs { get; set; } = 100;

    /// <summary>The same after a login into a room that has left chart selection.</summary>
    /// <value>Milliseconds, 0 to 2,000; default 200.</value>
    public double ChartShownAfterLoginMs { get; set; } = 200;

    /// <summary>The time that a chat command may run before the chat itself is answered; the command's text then follows later.</summary>
    /// <value>Milliseconds, 1 to 5,000; default 2,000.</value>
    public double CommandReplyBudgetMs { get; set; } = 2_000;

    /// <summary>The time that a chat command may run at all.</summary>
    /// <value>Seconds, 1 to 300; default 30.</value>
    public double CommandTimeoutSecs { get; set; } = 30;

    /// <summary>
    /// The time that a round may last after the first player's result. Players who have not finished then count as having aborted, so that
    /// one who never finishes does not hold the room for ever.
    /// </summary>
    /// <value>Seconds, 0 (no limit) to 3,600; default 0.</value>
    public double RoundTimeoutSecs { get; set; }

    /// <summary>The time that rounds may continue when the server stops.</summary>
    /// <value>Seconds, 0 to 3,600; default 20.</value>
    public double ShutdownRoundSecs { get; set; } = 20;

    /// <summary>The time that connections are given to take their last messages when the server stops.</summary>
    /// <value>Milliseconds, 0 to 60,000; default 2,000.</value>
    public double FarewellMs { get; set; } = 2_000;

    /// <summary>The limits for each player, each address and the whole server.</summary>
    public GameLimits Limits { get; set; } = new();
}

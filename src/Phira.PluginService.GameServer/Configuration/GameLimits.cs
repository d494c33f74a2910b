using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.GameServer.Configuration;

/// <summary>The limits for each player, each address and the whole server. Section <c>game.limits</c>.</summary>
public sealed class GameLimits
{
    /// <summary>Connections at once.</summary>
    /// <value>1 to 1,000,000; default 4,096.</value>
    public int MaxConnections { get; set; } = 4_096;

    /// <summary>Connections at once from one address (IPv6: from one /64 network).</summary>
    /// <value>1 to 1,000,000; default 64.</value>
    public int MaxConnectionsPerAddress { get; set; } = 64;

    /// <summary>Connections at once that have not logged in. For a newer one, the connection that has been silent for longest is dropped.</summary>
    /// <value>1 to 1,000,000; default 256.</value>
    public int MaxUnauthenticated { get; set; } = 256;

    /// <summary>Connections at once from one address (IPv6: from one /64 network) that have not logged in; more are refused.</summary>
    /// <value>1 to 1,000,000; default 8.</value>
    public int MaxUnauthenticatedPerAddress { get; set; } = 8;

    /// <summary>Logins from one address (IPv6: from one /64 network) each second on average; more are refused without asking the Phira API.</summary>
    /// <value>0.1 to 10,000; default 2.</value>
    public double LoginsPerSec { get; set; } = 2;

    /// <summary>Logins from one address at once.</summary>
    /// <value>1 to 100,000; default 10.</value>
    public int LoginBurst { get; set; } = 10;

    /// <summary>Largest packet before the login. A genuine login takes 34 bytes.</summary>
    /// <value>Bytes, 34 to 2,097,152; default 64.</value>
    public int MaxLoginFrameBytes { get; set; } = ProtocolLimits.MaxPayloadBeforeAuthentication;

    /// <summary>Largest packet after the login.</summary>
    /// <value>Bytes, 1,024 to 2,097,152; default 2,097,152.</value>
    public int MaxFrameBytes { get; set; } = ProtocolLimits.MaxPayload;

    /// <summary>Packets that wait to be sent to one player. A player who lets more pile up is disconnected.</summary>
    /// <value>16 to 65,536; default 1,024.</value>
    public int SendQueue { get; set; } = 1_024;

    /// <summary>Packets of one player that wait to be handled. A player who lets more pile up is disconnected.</summary>
    /// <value>16 to 4,096; default 128.</value>
    public int ReceiveQueue { get; set; } = 128;

    /// <summary>Requests that wait for one room; more are refused.</summary>
    /// <value>16 to 65,536; default 1,024.</value>
    public int RoomQueue { get; set; } = 1_024;

    /// <summary>Packets a player may send each second on average.</summary>
    /// <value>1 to 10,000; default 20.</value>
    public double PacketsPerSec { get; set; } = 20;

    /// <summary>Packets a player may send at once.</summary>
    /// <value>1 to 100,000; default 40.</value>
    public int PacketBurst { get; set; } = 40;

    /// <summary>Packets beyond the rate that are refused one by one before the player is disconnected.</summary>
    /// <value>0 to 100,000; default 400.</value>
    public int PacketFlood { get; set; } = 400;

    /// <summary>Room operations (create, join, leave, lock, cycle, start, ready) a player may do each second on average.</summary>
    /// <value>0.1 to 1,000; default 5.</value>
    public double RoomOperationsPerSec { get; set; } = 5;

    /// <summary>Room operations a player may do at once.</summary>
    /// <value>1 to 1,000; default 10.</value>
    public int RoomOperationBurst { get; set; } = 10;

    /// <summary>Chat messages a player may send each second on average.</summary>
    /// <value>0.1 to 1,000; default 2.</value>
    public double ChatPerSec { get; set; } = 2;

    /// <summary>Chat messages a player may send at once.</summary>
    /// <value>1 to 1,000; default 5.</value>
    public int ChatBurst { get; set; } = 5;

    /// <summary>Requests that ask the Phira API (charts, records) a player may make each second on average.</summary>
    /// <value>0.1 to 1,000; default 0.5.</value>
    public double LookupsPerSec { get; set; } = 0.5;

    /// <summary>Requests that ask the Phira API a player may make at once.</summary>
    /// <value>1 to 1,000; default 5.</value>
    public int LookupBurst { get; set; } = 5;

    /// <summary>Rooms at once.</summary>
    /// <value>1 to 1,000,000; default 1,000.</value>
    public int MaxRooms { get; set; } = 1_000;

    /// <summary>Players in one room.</summary>
    /// <value>8 to 64; default 8.</value>
    public int MaxPlayersPerRoom { get; set; } = 8;

    /// <summary>Monitors in one room.</summary>
    /// <value>0 to 1,000; default 8.</value>
    public int MaxMonitorsPerRoom { get; set; } = 8;

    /// <summary>Touch frames in one packet; a packet with more is dropped.</summary>
    /// <value>1 to 16,384; default 1,024.</value>
    public int MaxTouchFrames { get; set; } = ProtocolLimits.MaxTouchFrames;

    /// <summary>Judgements in one packet; a packet with more is dropped.</summary>
    /// <value>1 to 65,536; default 4,096.</value>
    public int MaxJudges { get; set; } = ProtocolLimits.MaxJudgeEvents;
}

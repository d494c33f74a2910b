using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.Simulation.Client;

/// <summary>The behaviour of a simulated client; the defaults are those of the game.</summary>
public sealed record PhiraClientOptions
{
    /// <summary>The clock of heartbeat and reply limit, and of the ages that the two delays below compare.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The version byte to introduce itself with.</summary>
    public byte Version { get; init; } = ProtocolLimits.Version;

    /// <summary>The time to wait for the answer to a request.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>The pause between the end of one ping and the next; infinite for no pings.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The time to wait for the answer to a ping.</summary>
    public TimeSpan PongTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The number of received frames that are kept; the oldest are forgotten when there are more.</summary>
    public int ReceivedCapacity { get; init; } = 16_384;

    /// <summary>
    /// A reply that arrives sooner than this after its request counts as a violation: the game has not registered for it yet.
    /// Zero switches the check off.
    /// </summary>
    public TimeSpan MinimumReplyDelay { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// The time from a reply that brings a room until the game's copy of the room exists. A push that needs the copy and arrives sooner
    /// counts as a violation. Zero: the copy is there at once.
    /// </summary>
    public TimeSpan RoomCopyDelay { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// Whether a refused request is made again, by the text of its refusal: what a player does who reads that the server is busy. By default never.
    /// </summary>
    public Func<string, bool> TriesAgain { get; init; } = _ => false;

    /// <summary>The pause before a refused request is made again.</summary>
    public TimeSpan PauseBeforeRetry { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The time that the waiting methods wait, in real time, before they fail. It only ends a test that hangs, on a machine however slow.
    /// </summary>
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromMinutes(10);
}

using Phira.PluginService.Core.Limits;
using Phira.PluginService.GameServer.Configuration;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>The rates of one connection. The first two belong to its reader, the others to its handler.</summary>
internal sealed class SessionLimits(GameLimits limits, TimeProvider timeProvider)
{
    public TokenBucket Packets { get; } = new(limits.PacketsPerSec, limits.PacketBurst, timeProvider);

    /// <summary>Packets beyond the rate; when these run out, too, the connection is closed.</summary>
    public TokenBucket Excess { get; } = new(limits.PacketsPerSec, limits.PacketFlood, timeProvider);

    public TokenBucket RoomOperations { get; } = new(limits.RoomOperationsPerSec, limits.RoomOperationBurst, timeProvider);

    public TokenBucket Chat { get; } = new(limits.ChatPerSec, limits.ChatBurst, timeProvider);

    public TokenBucket Lookups { get; } = new(limits.LookupsPerSec, limits.LookupBurst, timeProvider);
}

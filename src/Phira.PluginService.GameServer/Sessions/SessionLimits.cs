using Phira.PluginService.Core.Limits;
using Phira.PluginService.GameServer.Configuration;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>The rates of one connection. The first two belong to its reader, the others to its handler.</summary>
internal sealed class SessionLimits(GameLimits limits, TimeProvider time)
{
    public TokenBucket Packets { get; } = new(limits.PacketsPerSec, limits.PacketBurst, time);

    /// <summary>Packets beyond the rate; when these run out, too, the connection is closed.</summary>
    public TokenBucket Excess { get; } = new(limits.PacketsPerSec, limits.PacketFlood, time);

    public TokenBucket RoomOperations { get; } = new(limits.RoomOperationsPerSec, limits.RoomOperationBurst, time);

    public TokenBucket Chat { get; } = new(limits.ChatPerSec, limits.ChatBurst, time);

    public TokenBucket Lookups { get; } = new(limits.LookupsPerSec, limits.LookupBurst, time);
}

using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer.Hosting;

/// <summary>Shows in the metrics how many of everything there are.</summary>
internal sealed class GameServerGauges(
    GameMetrics metrics, ConnectionTable connections, ConnectionAdmission admission, UserDirectory users, RoomDirectory rooms)
{
    public void Publish() => metrics.Observe(() => connections.Count, () => admission.Unauthenticated, () => users.OnlineCount, () => rooms.Count);
}

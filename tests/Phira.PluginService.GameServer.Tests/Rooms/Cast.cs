using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>The people and things of the room tests.</summary>
internal static class Cast
{
    public static readonly UserId A = new(100);
    public static readonly UserId B = new(200);
    public static readonly UserId C = new(300);
    public static readonly UserId M = new(2);

    public static readonly ChartSnapshot Chart5 = new(5, "Fifth");
    public static readonly ChartSnapshot Chart6 = new(6, "Sixth");

    public static RoomMember Member(UserId user) => new(user, $"user{user}", "en-US", DateTimeOffset.UnixEpoch, [ConnectionOf(user)]);

    /// <summary>Every user of the tests has the connection of the same number.</summary>
    public static ConnectionId ConnectionOf(UserId user) => Connection(user.Value);

    public static ConnectionId Connection(long sequence) => new(new NodeId(1), sequence);

    public static PlayRecord RecordOf(UserId user, int? chart = null) =>
        new() { Id = user.Value + 1_000, Player = user, Chart = chart, Score = 900_000, Accuracy = 0.95f, FullCombo = true };
}

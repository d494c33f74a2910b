using System.Globalization;
using System.Text.Json.Nodes;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Users;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Events;

/// <summary>
/// After-events of one room reach one plugin in the order in which the room published them, whatever other rooms do meanwhile, whatever kind of
/// events they are, and while versions of the plugin come and go. The component logs what it receives; its log outlives its versions.
/// </summary>
public sealed class RoomOrderTests
{
    private const int Rooms = 8;
    private const int Batch = 12;
    private const int Reloads = 4;
    private const int Total = Rooms * Batch * Reloads;

    [Fact]
    public async Task Events_of_one_room_arrive_in_their_order_while_all_rooms_publish_and_the_plugin_is_reloaded()
    {
        await using var host = await new PluginHost(options => options.LogLinesPerSecond = 100_000)
            .WithEcho(manifest: Echo.Subscribing("message_send", "room_lock_change", "player_touches")).StartAsync();

        for (var batch = 0; batch < Reloads; batch++)
        {
            var reload = host.DoAsync("echo", PluginOperation.Reload);
            var first = batch * Batch;
            await Task.WhenAll(Enumerable.Range(1, Rooms).Select(room => PublishAsync(host, (uint)room, first)));
            Assert.True((await reload).IsSuccess);
        }

        var echo = new Echo(host);
        await Eventually.IsTrueAsync(async () => (int)(await echo.ReadAsync("ledger"))["received"]! == Total, "everything has arrived");
        var received = Received(host).ToLookup(entry => entry.Room, entry => entry.Number);
        Assert.Equal(Rooms, received.Count);
        Assert.All(received, room => Assert.Equal(Enumerable.Range(0, Batch * Reloads), room));
        Assert.Equal(0, host.Plugin("echo").Usage.Drops);
    }

    // Three kinds that the mailbox treats differently when it is full.
    private static GameEvent Event(uint room, int number) => (number % 3) switch
    {
        0 => new MessageSent(Player(room), $"{number}"),
        1 => new RoomLockChanged(Samples.Room with { Id = new RoomId(room), MaxPlayers = number }),
        _ => new PlayerTouches(new UserId(1), new RoomId(room), [new TouchFrame(number, [])]),
    };

    private static UserSnapshot Player(uint room) => Samples.LonelyUser with { Room = new RoomId(room) };

    private static async Task PublishAsync(PluginHost host, uint room, int first)
    {
        for (var number = first; number < first + Batch; number++)
        {
            host.Events.Publish(Event(room, number));
            await Task.Yield();
        }
    }

    private static IEnumerable<(uint Room, int Number)> Received(PluginHost host) =>
        from line in host.PluginLog.Read(PluginName.Parse("echo"), int.MaxValue)
        where line.Message.StartsWith('{')
        select Read(JsonNode.Parse(line.Message)!["payload"]!.AsObject().Single().Value!);

    private static (uint Room, int Number) Read(JsonNode payload)
    {
        if (payload["text"] is { } text)
        {
            return ((uint)payload["user"]!["room"]!, int.Parse((string)text!, CultureInfo.InvariantCulture));
        }

        return payload["frames"] is { } frames
            ? ((uint)payload["room"]!, (int)frames[0]!["time"]!)
            : ((uint)payload["id"]!, (int)payload["max-users"]!);
    }
}

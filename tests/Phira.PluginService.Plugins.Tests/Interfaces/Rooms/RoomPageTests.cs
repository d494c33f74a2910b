using System.Text.Json.Nodes;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Rooms;

public sealed class RoomPageTests
{
    [Fact]
    public async Task Pages_hold_every_room_once_in_the_order_of_the_handles_and_the_last_one_says_so()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        foreach (var id in (uint[])[9, 3, 7, 5, 2_147_483_647])
        {
            host.Game.AddRoom(id, $"r{id}");
        }

        var echo = new Echo(host);

        Assert.Equal(["r3,r5 next 5", "r7,r9 next 9", "r2147483647 end"], await ReadAsync(echo, limit: 2));
        Assert.Equal(["r3,r5,r7,r9,r2147483647 end"], await ReadAsync(echo, limit: 5));
    }

    [Fact]
    public async Task Without_rooms_there_is_one_empty_page()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        Assert.Equal([" end"], await ReadAsync(new Echo(host), limit: 200));
    }

    [Fact]
    public async Task A_room_that_is_opened_between_two_pages_is_on_the_second_one()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Game.AddRoom(1, "r1");
        host.Game.AddRoom(2, "r2");
        var echo = new Echo(host);

        var first = await echo.OkAsync("rooms.list-rooms-page", null, 1);
        host.Game.AddRoom(3, "r3");
        var second = await echo.OkAsync("rooms.list-rooms-page", first!["next"]!.GetValue<uint>(), 10);

        Assert.Equal("r1 next 1", Show(first));
        Assert.Equal("r2,r3 end", Show(second));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(201u)]
    [InlineData(uint.MaxValue)]
    public async Task A_page_has_1_to_200_rooms(uint limit)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        Assert.Equal(("invalid-argument", "limit: 1 to 200"), await new Echo(host).ErrorAsync("rooms.list-rooms-page", null, limit));
    }

    private static async Task<List<string>> ReadAsync(Echo echo, int limit)
    {
        var pages = new List<string>();
        uint? after = null;
        do
        {
            var page = await echo.OkAsync("rooms.list-rooms-page", after, limit);
            pages.Add(Show(page));
            after = page!["next"]?.GetValue<uint>();
        }
        while (after is not null);

        return pages;
    }

    private static string Show(JsonNode? page)
    {
        var names = string.Join(',', page!["rooms"]!.AsArray().Select(room => room!["name"]));
        return page["next"] is { } next ? $"{names} next {next}" : $"{names} end";
    }
}

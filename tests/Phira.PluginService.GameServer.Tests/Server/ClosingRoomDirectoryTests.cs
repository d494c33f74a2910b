using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Results;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>A room that opened after the server has ended all others would run for ever.</summary>
public sealed class ClosingRoomDirectoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_that_was_allowed_just_before_the_server_stops_is_not_opened_after_that()
    {
        await using var server = await TestServer.StartInRealTimeAsync(options => options.ShutdownRoundSecs = 600);
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(TestClient.Room("one")), new SelectChartCommand(5), RequestStartCommand.Instance);
        var asked = new TaskCompletionSource();
        var decision = new TaskCompletionSource<EventDecision>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Events.Decide = (gameEvent, _) =>
        {
            if (gameEvent is not RoomCreated)
            {
                return ValueTask.FromResult(EventDecision.Proceed);
            }

            asked.SetResult();
            return new ValueTask<EventDecision>(decision.Task);
        };
        await b.SendAsync(new CreateRoomCommand(TestClient.Room("two")));
        await asked.Task.WaitAsync(TestServer.Patience, Stop);

        var stopping = server.StopAsync();
        await server.Events.NextAsync<ServerStopping>();
        decision.SetResult(EventDecision.Proceed);

        Assert.Equal("The server is shutting down", (await b.SkipToAsync<CreateRoomReply>()).Result.Error);
        Assert.Equal(["one"], server.Queries.Rooms.Select(room => room.Name));
        await a.DoAsync(new PlayedCommand(1_100));
        await a.ReadToEndAsync();
        await b.DisposeAsync();
        await stopping;
    }

    [Fact]
    public async Task An_empty_room_that_comes_too_late_does_not_outlive_the_server()
    {
        await using var server = await TestServer.StartAsync();
        await server.StopAsync();

        var late = await server.Get<RoomDirectory>().OpenEmptyAsync(8);

        Assert.Equal(RoomErrors.CreationOff, late.Error?.Code);
        Assert.Equal(0, server.Get<RoomDirectory>().Count);
        await server.Get<BackgroundTasks>().DrainAsync(Stop).WaitAsync(TestServer.Patience, Stop);
    }
}

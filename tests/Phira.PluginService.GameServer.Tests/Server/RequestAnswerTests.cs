using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Sessions;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>A game waits for 7 s for each answer, and takes a missing one for the end of the connection.</summary>
public sealed class RequestAnswerTests
{
    private static readonly RoomName Room = TestClient.Room("room");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_at_which_the_server_itself_fails_is_answered_and_the_connection_goes_on()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));
        server.Api.Before = _ => throw new InvalidOperationException("a bug");

        var reply = await a.RequestAsync<SelectChartReply>(new SelectChartCommand(5));

        Assert.Equal("The server met an internal error", reply.Result.Error);
        server.Api.Before = _ => Task.CompletedTask;
        await a.DoAsync(new SelectChartCommand(5));
    }

    [Theory]
    [InlineData("chart")]
    [InlineData("record")]
    public async Task A_question_to_the_API_that_takes_too_long_is_given_up_before_the_game_gives_up(string asksFor)
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));
        if (asksFor == "record")
        {
            await a.DoAsync(new SelectChartCommand(5), RequestStartCommand.Instance);
        }

        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Api.Before = _ =>
        {
            asked.SetResult();
            return new TaskCompletionSource().Task;
        };
        await a.SendAsync(asksFor == "record" ? new PlayedCommand(7_100) : new SelectChartCommand(5));
        await asked.Task.WaitAsync(TestServer.Patience, Stop);

        server.Clock.Advance(TimeSpan.FromSeconds(6.5));

        Assert.Equal("The server is busy, please try again", (await a.SkipToAsync<UnitReply>()).Result.Error);
    }

    [Fact]
    public async Task A_plugin_that_never_decides_does_not_keep_the_player_waiting()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        server.Events.Decide = (gameEvent, _) => gameEvent is RoomCreated
            ? new ValueTask<EventDecision>(new TaskCompletionSource<EventDecision>().Task)
            : ValueTask.FromResult(EventDecision.Proceed);

        var reply = a.RequestAsync<CreateRoomReply>(new CreateRoomCommand(Room));
        await server.Clock.HasBegunAsync(PluginConsent.LastResort);
        server.Clock.Advance(PluginConsent.LastResort);

        Assert.True((await reply).Result.IsSuccess);
    }
}

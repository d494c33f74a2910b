using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>
/// The official server waits for the Phira API for as long as the game waits for the server. An API that needs some seconds for each answer must
/// not cost anybody a login, a chart or a score here either. Everything is real but the clock.
/// </summary>
public sealed class SlowPhiraApiTests : IAsyncLifetime
{
    private static readonly RoomName Room = TestClient.Room("room");

    private PhiraApiStandIn _api = null!;
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await PhiraApiStandIn.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _api.AddAccount(new PhiraAccount(100, "user100", "en-US", "t100"));
        _api.AddChart(new PhiraChart(5, "chart5"));
        _api.AddRecord(new PhiraRecord { Id = 7_100, Player = 100, Chart = 5, Score = 900_000, Accuracy = 0.95f, FullCombo = true });
        _server = await TestServer.StartAsync(
            add: services => services
                .AddPhiraApi()
                .Configure<PhiraApiOptions>(options => options.BaseUrl = _api.BaseAddress.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _api.DisposeAsync();
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(4)]
    [InlineData(5.5)]
    public async Task A_login_succeeds(double seconds)
    {
        await using var client = await _server.ConnectAsync();

        await AnswerLateAsync(ApiResource.Me, seconds, () => client.SendAsync(new AuthenticateCommand("t100")));

        Assert.True(Assert.IsType<AuthenticateReply>(await client.NextAsync()).Result.IsSuccess);
        Assert.Equal(1, _api.CountRequests(ApiResource.Me));
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(4)]
    [InlineData(5.5)]
    public async Task A_chart_is_selected(double seconds)
    {
        await using var client = await _server.LoginAsync(100);
        await client.DoAsync(new CreateRoomCommand(Room));

        await AnswerLateAsync(ApiResource.Chart, seconds, () => client.SendAsync(new SelectChartCommand(5)));

        await client.SeesAsync(new SelectChartMessage(100, "chart5", 5), Frames.Selecting5, new SelectChartReply(WireResult.Success));
        Assert.Equal(1, _api.CountRequests(ApiResource.Chart));
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(4)]
    [InlineData(5.5)]
    public async Task A_score_counts(double seconds)
    {
        await using var client = await _server.LoginAsync(100);
        await client.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5), RequestStartCommand.Instance);

        await AnswerLateAsync(ApiResource.Record, seconds, () => client.SendAsync(new PlayedCommand(7_100)));

        await client.SeesAsync(Frames.Played(100), Frames.GameEnd, Frames.Selecting5, new PlayedReply(WireResult.Success));
        Assert.Equal(1, _api.CountRequests(ApiResource.Record));
    }

    [Fact]
    public async Task An_API_that_does_not_answer_at_all_is_given_up_before_the_game_gives_the_server_up()
    {
        var never = new TaskCompletionSource();
        await using var client = await _server.LoginAsync(100);
        await client.DoAsync(new CreateRoomCommand(Room));
        _api.Disturb(ApiResource.Chart, new Disturbance { Until = never.Task });
        await client.SendAsync(new SelectChartCommand(5));
        await Eventually.IsTrueAsync(() => _api.CountRequests(ApiResource.Chart) == 1, "the API is asked");

        _server.Clock.Advance(TimeSpan.FromSeconds(6));

        await client.SeesAsync(new SelectChartReply(WireResult.Failure("The chart could not be looked up, please try again")));
    }

    /// <summary>The API answers some seconds after it was asked.</summary>
    private async Task AnswerLateAsync(ApiResource resource, double seconds, Func<Task> ask)
    {
        var answer = new TaskCompletionSource();
        _api.Disturb(resource, new Disturbance { Until = answer.Task });
        await ask();
        await Eventually.IsTrueAsync(() => _api.CountRequests(resource) == 1, "the API is asked");
        _server.Clock.Advance(TimeSpan.FromSeconds(seconds));
        answer.SetResult();
    }
}

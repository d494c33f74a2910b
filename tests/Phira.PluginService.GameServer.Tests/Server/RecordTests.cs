using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.GameServer.Tests.Server;

public sealed class RecordTests
{
    private static readonly RoomName Room = TestClient.Room("room");

    [Fact]
    public async Task A_record_counts_only_once()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await StartAlone(server);
        await a.DoAsync(new PlayedCommand(7_100), RequestStartCommand.Instance);

        Assert.Equal(new PlayedReply(WireResult.Failure("invalid record")), await a.RequestAsync<PlayedReply>(new PlayedCommand(7_100)));
        await a.DoAsync(new PlayedCommand(8_100));
    }

    [Fact]
    public async Task A_record_that_counted_before_a_restart_does_not_count_again()
    {
        var store = new ListOfRecords();
        await using (var server = await TestServer.StartAsync(add: services => services.AddSingleton<IUsedRecordStore>(store)))
        {
            await using var a = await StartAlone(server);
            await a.DoAsync(new PlayedCommand(7_100));
            await a.SettleAsync();
        }

        await using var restarted = await TestServer.StartAsync(add: services => services.AddSingleton<IUsedRecordStore>(store));
        await using var again = await StartAlone(restarted);

        Assert.Equal(new PlayedReply(WireResult.Failure("invalid record")), await again.RequestAsync<PlayedReply>(new PlayedCommand(7_100)));
        await again.DoAsync(new PlayedCommand(8_100));
    }

    [Fact]
    public async Task A_result_that_counted_is_in_the_history_of_the_player_with_chart_and_room()
    {
        var history = new InMemoryRoundRecords();
        await using var server = await TestServer.StartAsync(add: services => services.AddSingleton<IRoundRecordStore>(history));
        await using var a = await StartAlone(server);
        await a.DoAsync(new PlayedCommand(7_100));
        await a.RequestAsync<PlayedReply>(new PlayedCommand(7_100));
        await a.DoAsync(new SelectChartCommand(6), RequestStartCommand.Instance, new PlayedCommand(8_100));
        await a.SettleAsync();

        var page = await history.GetOfUserAsync(new UserId(100), chart: null, before: null, 10, CancellationToken.None);

        Assert.Equal(
            [(8_100, new ChartSnapshot(6, "chart6"), "room"), (7_100, new ChartSnapshot(5, "chart5"), "room")],
            page.Records.Select(record => (record.Play.Id, record.Chart, record.Room)));
        Assert.Equal(900_000, page.Records[0].Play.Score);
    }

    [Fact]
    public async Task A_history_that_cannot_be_written_costs_the_player_nothing()
    {
        var history = new InMemoryRoundRecords { Failure = new IOException("the disk is full") };
        await using var server = await TestServer.StartAsync(add: services => services.AddSingleton<IRoundRecordStore>(history));
        await using var a = await StartAlone(server);

        await a.DoAsync(new PlayedCommand(7_100), RequestStartCommand.Instance, new PlayedCommand(8_100));
    }

    [Fact]
    public async Task A_disk_that_fails_costs_the_player_nothing()
    {
        await using var server = await TestServer.StartAsync(
            add: services => services.AddSingleton<IUsedRecordStore>(new ListOfRecords { Failure = new IOException("the disk is full") }));
        await using var a = await StartAlone(server);

        await a.DoAsync(new PlayedCommand(7_100), RequestStartCommand.Instance);

        Assert.Equal(new PlayedReply(WireResult.Failure("invalid record")), await a.RequestAsync<PlayedReply>(new PlayedCommand(7_100)));
    }

    [Fact]
    public async Task A_record_of_another_chart_or_player_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        server.Api.Records[1] = new PlayRecord { Id = 1, Player = new UserId(100), Chart = 6, Score = 1, Accuracy = 1, FullCombo = true };
        await using var a = await StartAlone(server);

        Assert.Equal(new PlayedReply(WireResult.Failure("invalid record")), await a.RequestAsync<PlayedReply>(new PlayedCommand(1)));
        Assert.Equal(new PlayedReply(WireResult.Failure("invalid record")), await a.RequestAsync<PlayedReply>(new PlayedCommand(7_200)));
        await a.DoAsync(new PlayedCommand(7_100));
    }

    [Fact]
    public async Task Outside_of_a_round_the_API_is_not_asked()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));
        server.Api.Before = _ => throw new InvalidOperationException("asked");

        await a.DoAsync(new PlayedCommand(7_100));
    }

    [Fact]
    public async Task A_missing_chart_is_explained_without_an_address()
    {
        await using var server = await TestServer.StartAsync();
        server.Api.Languages[100] = "zh-TW";
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));

        Assert.Equal(new SelectChartReply(WireResult.Failure("譜面不存在")), await a.RequestAsync<SelectChartReply>(new SelectChartCommand(404)));
    }

    [Fact]
    public async Task A_chart_that_arrives_after_the_start_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await a.SettleAsync();
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        server.Api.Before = _ =>
        {
            asked.SetResult();
            return answer.Task;
        };
        await a.SendAsync(new SelectChartCommand(6));
        await asked.Task.WaitAsync(TestServer.Patience, TestContext.Current.CancellationToken);

        // The host's own requests wait for the chart, so the start comes from elsewhere.
        var room = server.Get<GameServer.Rooms.RoomDirectory>().Find(Room)!;
        await room.InsistAsync(new GameServer.Rooms.RoomCommand.RequestStart(By: null));
        answer.SetResult();

        Assert.Equal("invalid state", (await a.SkipToAsync<SelectChartReply>()).Result.Error);
        Assert.Equal(5, server.Queries.FindRoom("room")!.Chart!.Id);
    }

    [Fact]
    public async Task Lookups_beyond_the_rate_are_refused()
    {
        await using var server = await TestServer.StartAsync(options => (options.Limits.LookupBurst, options.Limits.LookupsPerSec) = (1, 0.1));
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));

        Assert.Equal("Too many requests, please slow down", (await a.RequestAsync<SelectChartReply>(new SelectChartCommand(6))).Result.Error);
    }

    private static async Task<TestClient> StartAlone(TestServer server)
    {
        var client = await server.LoginAsync(100);
        await client.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5), RequestStartCommand.Instance);
        return client;
    }

    private sealed class ListOfRecords : IUsedRecordStore
    {
        private readonly ConcurrentQueue<int> _records = new();

        public Exception? Failure { get; init; }

        public Task<IReadOnlyList<int>> GetNewestAsync(int count, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<int>>([.. _records]);

        public Task AddAsync(int record, int keep, CancellationToken cancellationToken)
        {
            _records.Enqueue(record);
            return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
        }
    }
}

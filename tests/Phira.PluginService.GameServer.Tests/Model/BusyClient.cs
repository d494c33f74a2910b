using System.Net;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.GameServer.Tests.Server;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>A user who does one thing after another, or two at a time, and waits for nothing but the replies.</summary>
internal sealed class BusyClient(TestServer server, int user, Random random) : IAsyncDisposable
{
    private static readonly RoomName[] Names = [RoomName.Create("one"), RoomName.Create("two")];

    private static readonly PhiraClientOptions NoPings = new()
    {
        PingInterval = Timeout.InfiniteTimeSpan,
        PongTimeout = TestServer.Patience,
        ReplyTimeout = TestServer.Patience,
    };

    // No record counts twice.
    private static int _lastRecord = 1_000_000;

    private readonly List<IReadOnlyList<ServerCommand>> _formerly = [];
    private PhiraClient _client = null!;
    private int _words;

    public int User => user;

    public ClientRoom? Room => _client.Room;

    /// <summary>The commands that came on each connection of this user, the latest connection last.</summary>
    public IEnumerable<IReadOnlyList<ServerCommand>> Received => [.. _formerly, _client.Received];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task ConnectAsync()
    {
        _client = await PhiraClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port), NoPings, Stop);
        Assert.True((await _client.AuthenticateAsync($"t{user}", Stop)).IsSuccess);
    }

    /// <summary>Every request must be answered; how does not matter.</summary>
    public async Task ActAsync(int times)
    {
        for (; times > 0; times--)
        {
            if (random.Next(30) == 0)
            {
                await ComeBackAsync();
            }

            var first = DoOne();
            var second = random.Next(4) == 0 ? DoOne() : Task.CompletedTask;
            await Task.WhenAll(first, second);
        }
    }

    /// <summary>Waits until the server has done everything that this user asked for.</summary>
    public async Task FinishAsync() => Assert.False((await _client.AuthenticateAsync("again", Stop)).IsSuccess);

    /// <summary>Waits until everything that was sent to this user has come.</summary>
    public async Task SettleAsync()
    {
        Assert.True(await _client.PingAsync(Stop));
        Assert.Empty(_client.Violations);
    }

    public Task LeaveAsync() => _client.LeaveRoomAsync(Stop);

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private async Task ComeBackAsync()
    {
        _client.Drop();
        await _client.Closed.WaitAsync(TestServer.Patience, Stop);
        Assert.Empty(_client.Violations);
        _formerly.Add(_client.Received);
        await _client.DisposeAsync();
        await ConnectAsync();
    }

    private Task DoOne() => random.Next(20) switch
    {
        0 => _client.CreateRoomAsync(Names[random.Next(2)], Stop),
        1 or 2 or 3 => _client.JoinRoomAsync(Names[random.Next(5) / 4], monitor: user >= 8, Stop),
        4 => random.Next(3) == 0 ? _client.LeaveRoomAsync(Stop) : Task.CompletedTask,
        5 => _client.LockRoomAsync(random.Next(8) == 0, Stop),
        6 => _client.CycleRoomAsync(random.Next(2) == 0, Stop),
        7 => _client.SelectChartAsync(random.Next(1, 5), Stop),
        8 or 9 => _client.RequestStartAsync(Stop),
        10 or 11 or 12 => _client.ReadyAsync(Stop),
        13 => random.Next(4) == 0 ? _client.CancelReadyAsync(Stop) : _client.ReadyAsync(Stop),
        14 or 15 => _client.PlayedAsync(Upload(), Stop),
        16 => _client.AbortAsync(Stop),
        17 => _client.SendTouchesAsync([new TouchFrame(1, [new TouchPoint(0, default)])], Stop),
        18 => _client.SendJudgesAsync([new JudgeEvent(1, 2, 3, Judgement.Perfect)], Stop),
        _ => _client.ChatAsync($"{user}: {++_words}", Stop),
    };

    private int Upload()
    {
        var record = Interlocked.Increment(ref _lastRecord);
        server.Api.Records[record] = Cast.RecordOf(new UserId(user)) with { Id = record };
        return record;
    }
}

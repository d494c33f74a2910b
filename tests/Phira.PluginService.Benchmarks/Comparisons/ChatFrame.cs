using BenchmarkDotNet.Attributes;
using Phira.PluginService.Benchmarks.Hosting;

namespace Phira.PluginService.Benchmarks.Comparisons;

/// <summary>
/// A line of chat from the socket of one player to the sockets of everybody in the room and its reply, against a relay that sends the same bytes
/// to the same sockets and reads none of them.
/// </summary>
[MemoryDiagnoser]
public class ChatFrame
{
    private const int Lines = ChatRoom.Players * 100;

    private GameOnLoopback _game = null!;
    private RelayOnLoopback _relay = null!;
    private ChatRoom _room = null!;
    private ChatRoom _relayed = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _game = await GameOnLoopback.StartAsync(ChatRoom.Players);
        _relay = RelayOnLoopback.Start(ChatRoom.Players);
        _room = await ChatRoom.JoinAsync(_game.Port, logIn: true);
        _game.LiftRates();
        _relayed = await ChatRoom.JoinAsync(_relay.Port, logIn: false);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        _room.Dispose();
        _relayed.Dispose();
        _relay.Dispose();
        await _game.DisposeAsync();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Lines)]
    public Task Relayed() => _relayed.TalkAsync(Lines / ChatRoom.Players);

    [Benchmark(OperationsPerInvoke = Lines)]
    public Task ThroughTheServer() => _room.TalkAsync(Lines / ChatRoom.Players);
}

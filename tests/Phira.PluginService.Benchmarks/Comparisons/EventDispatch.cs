using BenchmarkDotNet.Attributes;
using Phira.PluginService.Benchmarks.Hosting;
using Phira.PluginService.Core.Events;
using Wasmtime.Components;

namespace Phira.PluginService.Benchmarks.Comparisons;

/// <summary>A simple event: from <c>Publish</c> through bus, mailbox, limits and metrics to the guest, against the call alone.</summary>
[MemoryDiagnoser]
public class EventDispatch
{
    private const string Guest = "listener";
    private const int Events = 10_000;

    private Platform _platform = null!;
    private Wasmtime.Engine _engine = null!;
    private Component _component = null!;
    private BareGuest _bare = null!;
    private UserConnected _event = null!;
    private long _calls;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _platform = await new Platform().With(Guest).StartAsync();
        _event = new UserConnected(_platform.Game.Add(1, "Ada"));
        _calls = _platform.Calls(Guest);
        _engine = new Wasmtime.Engine();
        _component = BareGuest.Compile(_engine, Guest);
        _bare = new BareGuest(_engine, _component);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _platform.DisposeAsync();
        _bare.Dispose();
        _component.Dispose();
        _engine.Dispose();
    }

    /// <summary>The value is built each time, as it must be.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public void BareCall()
    {
        for (ulong i = 0; i < Events; i++)
        {
            _bare.OnEvent!.Call(EventTrees.Event(i, DateTimeOffset.UnixEpoch, before: false, EventTrees.Payload(_event)));
        }
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public void ThroughThePlatform()
    {
        for (var i = 0; i < Events; i++)
        {
            _platform.Events.Publish(_event);
        }

        _platform.AwaitCalls(Guest, _calls += Events);
    }
}

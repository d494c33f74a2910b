using BenchmarkDotNet.Attributes;
using Phira.PluginService.Benchmarks.Hosting;
using Phira.PluginService.Core.Events;
using Wasmtime.Components;

namespace Phira.PluginService.Benchmarks.Comparisons;

/// <summary>One call of <c>users.get-online-user-count</c>, which needs a permission, against an empty host function.</summary>
[MemoryDiagnoser]
public class HostCall
{
    private const string Guest = "asker";
    private const int Events = 100;
    private const int CallsPerEvent = 100;

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

    [Benchmark(Baseline = true, OperationsPerInvoke = Events * CallsPerEvent)]
    public void BareFunction()
    {
        for (ulong i = 0; i < Events; i++)
        {
            _bare.OnEvent!.Call(EventTrees.Event(i, DateTimeOffset.UnixEpoch, before: false, EventTrees.Payload(_event)));
        }
    }

    [Benchmark(OperationsPerInvoke = Events * CallsPerEvent)]
    public void FunctionOfThePlatform()
    {
        for (var i = 0; i < Events; i++)
        {
            _platform.Events.Publish(_event);
        }

        _platform.AwaitCalls(Guest, _calls += Events);
    }
}

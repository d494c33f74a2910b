using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Phira.PluginService.Benchmarks.Hosting;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Platform;
using Phira.PluginService.Testing;
using Wasmtime.Components;

namespace Phira.PluginService.Benchmarks.Comparisons;

/// <summary>
/// What values cost on their way to a guest and back: as trees of objects by the engine's .NET binding, and over the bridge, there with the limits
/// of a call.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ValuePath
{
    private const string Guest = "taker";
    private const string State = "phira:plugin/state-handler@1.0.0";
    private const int Points = 32;

    private static readonly CallLimits Limits = CallLimits.From(new ResourceLimits());

    private readonly byte[] _bytes = new byte[1 << 20];
    private EventEnvelope _simple = null!;
    private EventEnvelope _touches = null!;
    private Platform _platform = null!;
    private Wasmtime.Engine _engine = null!;
    private Component _component = null!;
    private BareGuest _bare = null!;
    private EpochTicker _ticker = null!;
    private CompiledComponent _compiled = null!;
    private GuestInstance _guest = null!;
    private GuestFunction _onEvent = null!;
    private GuestFunction _saveState = null!;
    private GuestFunction _restoreState = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _platform = await new Platform().StartAsync();
        _simple = new EventEnvelope(new UserConnected(_platform.Game.Add(1, "Ada")), DateTimeOffset.UnixEpoch);
        ImmutableArray<TouchPoint> points = [.. Enumerable.Range(0, Points).Select(point => new TouchPoint((sbyte)point, point, point / 2f))];
        _touches = new EventEnvelope(new PlayerTouches(new UserId(1), new RoomId(1), [new TouchFrame(1.5f, points)]), DateTimeOffset.UnixEpoch);
        _engine = new Wasmtime.Engine();
        _component = BareGuest.Compile(_engine, Guest);
        _bare = new BareGuest(_engine, _component);
        _ticker = new EpochTicker();
        _compiled = (await _platform.Compiler.CompileAsync(RepositoryFiles.Guest(Guest), new ResourceLimits(), CancellationToken.None)).Value!;
        _guest = GuestInstance.Create(
            _compiled, new GuestSetup(new ResourceLimits(), _ticker, TimeProvider.System, []) { Platform = NativePlatform.Current }, out _)!;
        _onEvent = _guest.Find(EventDelivery.Handler.Interface, EventDelivery.Handler.Function, EventDelivery.Handler.Label)!;
        _saveState = _guest.Find(State, "save-state", "save-state")!;
        _restoreState = _guest.Find(State, "restore-state", "restore-state")!;
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        _guest.Dispose();
        _compiled.Dispose();
        _ticker.Dispose();
        _bare.Dispose();
        _component.Dispose();
        _engine.Dispose();
        await _platform.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Simple event")]
    public void SimpleEventAsTree() => _bare.OnEvent!.Call(EventTrees.Event(1, _simple.At, before: false, EventTrees.Payload(_simple.Event)));

    [Benchmark]
    [BenchmarkCategory("Simple event")]
    public void SimpleEvent() => Check(_guest.Call(_onEvent, Limits, (1UL, _simple, false), WitEvents.Write));

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("32 touch points")]
    public void TouchesAsTree() => _bare.OnEvent!.Call(EventTrees.Event(1, _touches.At, before: false, EventTrees.Payload(_touches.Event)));

    [Benchmark]
    [BenchmarkCategory("32 touch points")]
    public void Touches() => Check(_guest.Call(_onEvent, Limits, (1UL, _touches, false), WitEvents.Write));

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("1 MiB to the guest")]
    public void BytesAsTree() => _bare.RestoreState!.Call(ComponentValue.List([.. _bytes.Select(ComponentValue.U8)]));

    [Benchmark]
    [BenchmarkCategory("1 MiB to the guest")]
    public void Bytes() => Check(_guest.Call(_restoreState, Limits, _bytes, static (arguments, bytes) => arguments.Field(0).Bytes(bytes)));

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("1 MiB from the guest")]
    public int BytesBackAsTree() => _bare.SaveState!.Call()!.Payload!.AsList().Select(item => item.AsU8()).ToArray().Length;

    [Benchmark]
    [BenchmarkCategory("1 MiB from the guest")]
    public int BytesBack() => _guest.Call(_saveState, Limits, 0, static (_, _) => { }).Value!.Value.Payload.Bytes().ToArray().Length;

    private static void Check(CallResult result)
    {
        if (result.Fault is { } fault)
        {
            throw new InvalidOperationException(fault.Details);
        }
    }
}

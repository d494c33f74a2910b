using System.Collections.Immutable;
using Phira.PluginService.Benchmarks.Hosting;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Platform;
using Phira.PluginService.Testing;
using Wasmtime.Components;

namespace Phira.PluginService.Benchmarks.Ratios;

/// <summary>
/// The cost of values on their way to a guest and back: over the bridge, with the limits of a call, compared with trees of objects by the engine's .NET
/// binding, without limits.
/// </summary>
internal sealed class ValuePath
{
    private const string Guest = "taker";
    private const string State = "phira:plugin/state-handler@1.0.0";
    private const int Points = 32;

    // A large tree takes a tenth of a second.
    private const int ShareOfLargeSlices = 20;

    private static readonly CallLimits Limits = CallLimits.From(new ResourceLimits());

    private readonly byte[] _bytes = new byte[1 << 20];
    private readonly GameEvent _simple;
    private readonly GameEvent _touches;
    private readonly WasmInstance _guest;
    private readonly BareGuest _bare;
    private readonly GuestFunction _onEvent;
    private readonly GuestFunction _saveState;
    private readonly GuestFunction _restoreState;

    private ValuePath(WasmInstance guest, BareGuest bare, Platform platform)
    {
        (_guest, _bare) = (guest, bare);
        _simple = new UserConnected(platform.Game.Add(1, "Ada"));
        ImmutableArray<TouchPoint> points = [.. Enumerable.Range(0, Points).Select(point => new TouchPoint((sbyte)point, point, point / 2f))];
        _touches = new PlayerTouches(new UserId(1), new RoomId(1), [new TouchFrame(1.5f, points)]);
        _onEvent = _guest.Find(EventDelivery.Handler.Interface, EventDelivery.Handler.Function, EventDelivery.Handler.Label)!;
        _saveState = _guest.Find(State, "save-state", "save-state")!;
        _restoreState = _guest.Find(State, "restore-state", "restore-state")!;
    }

    public static async Task RunAsync(int pairs, TextWriter output)
    {
        await using var platform = await new Platform().StartAsync();
        using var ticker = new EpochTicker();
        using var engine = new Wasmtime.Engine();
        using var component = BareGuest.Compile(engine, Guest);
        using var compiled = (await platform.Compiler.CompileAsync(RepositoryFiles.Guest(Guest), new ResourceLimits(), CancellationToken.None)).Value!;
        using var bare = new BareGuest(engine, component);
        using var guest = WasmInstance.Create(
            compiled, new GuestSetup(new ResourceLimits(), ticker, TimeProvider.System, []) { Platform = NativePlatform.Current }, out _)!;
        foreach (var (value, comparison) in new ValuePath(guest, bare, platform).Compare(pairs).ToArray())
        {
            await output.WriteLineAsync($"{value} : the same as a tree: {comparison.Describe()}");
        }
    }

    private IEnumerable<(string Value, SliceComparison Comparison)> Compare(int pairs)
    {
        var largePairs = (pairs / ShareOfLargeSlices) + 1;
        yield return ("simple event", ThreadSlices.Compare(() => Deliver(_simple), () => DeliverAsTree(_simple), pairs));
        yield return ($"{Points} touch points", ThreadSlices.Compare(() => Deliver(_touches), () => DeliverAsTree(_touches), pairs));
        yield return ("1 MiB to the guest", ThreadSlices.Compare(GiveBytes, GiveBytesAsTree, largePairs));
        yield return ("1 MiB from the guest", ThreadSlices.Compare(TakeBytes, TakeBytesAsTree, largePairs));
    }

    private void Deliver(GameEvent gameEvent) =>
        Check(_guest.Call(_onEvent, Limits, (1UL, gameEvent, DateTimeOffset.UnixEpoch, false), WitEvents.Write));

    private void DeliverAsTree(GameEvent gameEvent) =>
        _bare.OnEvent!.Call(EventTrees.Event(1, DateTimeOffset.UnixEpoch, before: false, EventTrees.Payload(gameEvent)));

    private void GiveBytes() => Check(_guest.Call(_restoreState, Limits, _bytes, static (arguments, bytes) => arguments.Field(0).Bytes(bytes)));

    private void GiveBytesAsTree() => _bare.RestoreState!.Call(ComponentValue.List([.. _bytes.Select(ComponentValue.U8)]));

    private void TakeBytes() => _guest.Call(_saveState, Limits, 0, static (_, _) => { }).Value!.Value.Payload.Bytes().ToArray();

    private void TakeBytesAsTree() => _ = _bare.SaveState!.Call()!.Payload!.AsList().Select(item => item.AsU8()).ToArray();

    private static void Check(CallResult result)
    {
        if (result.Fault is { } fault)
        {
            throw new InvalidOperationException(fault.Details);
        }
    }
}

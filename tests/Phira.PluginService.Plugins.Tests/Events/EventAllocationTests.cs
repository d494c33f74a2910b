using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Subscriptions;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Sandbox.Values;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Events;

/// <summary>The allocations of an event, from the publisher to the guest and back.</summary>
public sealed class EventAllocationTests
{
    private const int Events = 1_000;
    private const int BytesPerEvent = 100;

    [Fact]
    public async Task A_simple_event_takes_no_more_than_a_hundred_bytes()
    {
        using var directory = new TemporaryDirectory();
        var compiler = new ComponentCompiler(
            new CompileCache(directory.Path, NullLogger<CompileCache>.Instance), TestCompiler.Workers, TestCompiler.Limits, TimeProvider.System);
        var compiled = await compiler.CompileAsync(RepositoryFiles.Guest("taker"), new ResourceLimits(), TestContext.Current.CancellationToken);
        using var component = compiled.Value!;
        using var ticker = new EpochTicker();

        var perEvent = Measure(component, ticker);

        Assert.InRange(perEvent, 0, BytesPerEvent);
    }

    // All on one thread, so that everything is counted and nothing else.
    private static long Measure(CompiledComponent component, EpochTicker ticker)
    {
        using var instance = WasmInstance.Create(component, new GuestSetup(new ResourceLimits(), ticker, TimeProvider.System, []), out var fault);
        Assert.True(instance is not null, fault?.Details);
        var guest = new OneGuest(instance);
        var plugin = PluginName.Parse("taker");
        var mailbox = new Mailbox(plugin, 10, new PluginCounters());
        var registrations = new Registrations();
        registrations.TrySubscribe(new Subscription(EventTypes.UserConnected), 1);
        var bus = new EventBus(Options.Create(new PluginsOptions()), TimeProvider.System, NullLogger<EventBus>.Instance);
        bus.Put(new BusSubscriber(plugin, mailbox, registrations, new EventSequence(), new PluginCounters(), () => { }, _ => { }));
        var connected = new UserConnected(new FakeGame().Add(1, "Ada"));
        Deliver();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Events; i++)
        {
            Deliver();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Events;

        void Deliver()
        {
            bus.Publish(connected);
            mailbox.Take()!.Execute(guest);
        }
    }

    private sealed class OneGuest(WasmInstance instance) : IGuest
    {
        private static readonly CallLimits Limits = CallLimits.From(new ResourceLimits());

        private readonly GuestFunction _onEvent =
            instance.Find(EventDelivery.Handler.Interface, EventDelivery.Handler.Function, EventDelivery.Handler.Label)!;

        public HostContext Context => throw new InvalidOperationException("The guest refuses nothing.");

        public GuestFunction Find(GuestExport export) => _onEvent;

        public GuestAnswer<T> Call<TState, T>(GuestFunction function, TState state, Action<ValueWriter, TState> write, Func<ValueReader?, T> read)
            where TState : allows ref struct
        {
            var result = instance.Call(function, Limits, state, write);
            Assert.Null(result.Fault);
            return new GuestAnswer<T>(read(result.Value!.Value.Payload), null, null);
        }
    }
}

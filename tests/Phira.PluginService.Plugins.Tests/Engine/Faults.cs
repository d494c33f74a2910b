using Phira.PluginService.Plugins.Engine.Execution;
using Phira.PluginService.Plugins.Limits;

namespace Phira.PluginService.Plugins.Tests.Engine;

public sealed class Faults(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private readonly ResourceLimits _limits = new();

    [Fact]
    public async Task A_trap_names_the_function_and_what_happened()
    {
        var result = await fixture.WithGuestAsync(_limits, guest => guest.Call(guest.Find("trap")!, CallLimits.From(_limits)));

        Assert.Equal(FaultKind.Trap, result.Fault?.Kind);
        Assert.Equal("plugin.trap", result.Fault!.Error.Code.Value);
        Assert.Equal(["trap", "wasm `unreachable` instruction executed"], result.Fault.Error.Arguments);
    }

    [Fact]
    public async Task An_instance_that_trapped_is_lost()
    {
        var lost = await fixture.WithGuestAsync(_limits, guest =>
        {
            guest.Call(guest.Find("trap")!, CallLimits.From(_limits));
            return guest.IsLost;
        });

        Assert.True(lost);
    }

    [Fact]
    public async Task A_new_instance_of_the_same_component_works_after_a_trap()
    {
        using var component = await fixture.CompileAsync(Guests.Wat.Load("engine"), _limits);

        var value = await EngineFixture.OnThreadAsync(16 << 20, () =>
        {
            using (var first = GuestInstance.Create(component, fixture.Setup(_limits), out _)!)
            {
                first.Call(first.Find("trap")!, CallLimits.From(_limits));
            }

            using var second = GuestInstance.Create(component, fixture.Setup(_limits), out _)!;
            return second.Call(
                second.Find("add")!,
                CallLimits.From(_limits),
                Wasmtime.Components.ComponentValue.S32(1),
                Wasmtime.Components.ComponentValue.S32(2)).Value!.AsS32();
        });

        Assert.Equal(3, value);
    }
}

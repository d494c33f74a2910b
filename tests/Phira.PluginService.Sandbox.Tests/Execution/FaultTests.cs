using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Testing;

namespace Phira.PluginService.Sandbox.Tests.Execution;

public sealed class FaultTests(EngineFixture fixture) : IClassFixture<EngineFixture>
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

    [Theory]
    [InlineData("many tables", "tables")]
    [InlineData("many instances", "instances")]
    public async Task What_the_engine_refuses_to_an_instance_has_the_name_of_the_limit(string component, string limit)
    {
        var text = component == "many tables"
            ? Many(30, $"(core module $m {string.Concat(Enumerable.Repeat("(table 1 funcref)", 10))})")
            : Many(1001, "(core module $m)");

        using var compiled = await fixture.CompileAsync(Wat.Assemble(text), _limits);
        var fault = await EngineFixture.OnThreadAsync(16 << 20, () =>
        {
            Assert.Null(WasmInstance.Create(compiled, fixture.Setup(_limits), out var found));
            return found;
        });

        Assert.Equal((FaultKind.Limit, limit, "plugin.limit_exceeded"), (fault!.Kind, fault.Limit, fault.Error.Code.Value));

        static string Many(int count, string module) =>
            $"(component {module} {string.Concat(Enumerable.Repeat("(core instance (instantiate $m))", count))})";
    }

    [Fact]
    public async Task A_function_that_is_named_like_a_limit_is_none()
    {
        using var compiled = await fixture.CompileAsync(
            Wat.Assemble(
                """
                (component
                  (core module $m (func $"call stack exhausted" (unreachable)) (start $"call stack exhausted"))
                  (core instance (instantiate $m)))
                """),
            _limits);

        var fault = await EngineFixture.OnThreadAsync(16 << 20, () =>
        {
            Assert.Null(WasmInstance.Create(compiled, fixture.Setup(_limits), out var found));
            return found;
        });

        Assert.Contains("call stack exhausted", fault!.Details, StringComparison.Ordinal);
        Assert.Equal(FaultKind.Trap, fault.Kind);
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
        using var component = await fixture.CompileAsync(Wat.Load("engine"), _limits);

        var value = await EngineFixture.OnThreadAsync(16 << 20, () =>
        {
            using (var first = WasmInstance.Create(component, fixture.Setup(_limits), out _)!)
            {
                first.Call(first.Find("trap")!, CallLimits.From(_limits));
            }

            using var second = WasmInstance.Create(component, fixture.Setup(_limits), out _)!;
            return second.Call(
                second.Find("add")!,
                CallLimits.From(_limits),
                Wasmtime.Components.ComponentValue.S32(1),
                Wasmtime.Components.ComponentValue.S32(2)).Value!.Value.S32();
        });

        Assert.Equal(3, value);
    }
}

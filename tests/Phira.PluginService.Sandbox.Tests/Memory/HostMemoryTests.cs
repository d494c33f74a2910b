using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Testing;

namespace Phira.PluginService.Sandbox.Tests.Memory;

/// <summary>Everything that a guest makes the host hold for it counts against <c>max_memory</c>, not only its linear memories.</summary>
public sealed class HostMemoryTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const long Mebibyte = 1024 * 1024;

    private readonly ResourceLimits _limits = new();

    [Fact]
    public async Task Tables_are_counted_over_all_instances()
    {
        var parts = await fixture.WithGuestAsync(
            _limits,
            guest => guest.Memory.Parts,
            Component("(core module $m (table 1000 funcref) (table 10 20 externref))", instances: 3));

        Assert.Equal(3 * (1000 + 10) * 8, parts.Tables);
    }

    [Fact]
    public async Task A_table_that_can_grow_is_counted_with_the_size_it_can_grow_to_and_grows_no_further()
    {
        var (grown, refused, parts) = await fixture.WithGuestAsync(
            _limits,
            guest => (Run(guest, 1000), Run(guest, 10_000), guest.Memory.Parts),
            Component("(table $t 0 funcref) (func (export \"run\") (param i32) (result i32) (table.grow $t (ref.null func) (local.get 0)))"));

        Assert.Equal((0u, uint.MaxValue), (grown, refused));
        Assert.InRange(parts.Tables, 1000 * 8, 64 * 1024);
    }

    [Fact]
    public async Task Tables_that_are_too_much_together_are_not_made()
    {
        var (fault, account) = await RefusedAsync(_limits, Component("(core module $m (table 200000 funcref))", instances: 240));

        Assert.Equal((FaultKind.Limit, "max_memory", "plugin.limit_exceeded"), (fault.Kind, fault.Limit, fault.Error.Code.Value));
        Assert.Contains("384000000 bytes of tables", fault.Details, StringComparison.Ordinal);
        Assert.Equal(0, account.PeakBytes);
    }

    [Fact]
    public async Task Tables_leave_less_for_linear_memory()
    {
        var limits = new ResourceLimits { MaxMemory = 2 * Mebibyte };
        var component = Component("(memory 16) (table 150000 funcref)");

        Assert.Equal("max_memory", (await RefusedAsync(limits, component)).Fault.Limit);
        Assert.Equal(1_200_000, await fixture.WithGuestAsync(_limits, guest => guest.Memory.Parts.Tables, component));
    }

    [Fact]
    public async Task The_state_of_instances_is_counted()
    {
        var globals = string.Concat(Enumerable.Repeat("(global (mut i64) (i64.const 1))", 1000));
        var component = Component($"(core module $m {globals})", instances: 500);

        Assert.InRange(await fixture.WithGuestAsync(_limits, guest => guest.Memory.Parts.Instances, component), 500 * 1000 * 16, 10 * Mebibyte);
        Assert.Equal("max_memory", (await RefusedAsync(new ResourceLimits { MaxMemory = 4 * Mebibyte }, component)).Fault.Limit);
    }

    [Theory]
    [InlineData("(type $a (array (mut i8))) (table $t 1000 (ref null $a))", "(table.set $t (local.get $i) (array.new_default $a (i32.const 65536)))")]
    [InlineData(
        "(tag $e (param i64)) (table $t 1000000 exnref) (func $throw (result exnref) (block $h (result exnref) (try_table (catch_all_ref $h) (throw $e (i64.const 1))) (unreachable)))",
        "(table.set $t (local.get $i) (call $throw))")]
    public async Task The_heap_of_a_garbage_collected_guest_is_counted_and_bounded(string fields, string fill)
    {
        var limits = new ResourceLimits { MaxMemory = 12 * Mebibyte };

        var (result, peak) = await fixture.WithGuestAsync(
            limits,
            guest => (guest.Call(guest.Find("run")!, CallLimits.From(limits), Wasmtime.Components.ComponentValue.U32(0)), guest.Memory.PeakBytes),
            Component($"""
                {fields}
                (func (export "run") (param $i i32) (result i32)
                  (loop $again {fill} (local.set $i (i32.add (local.get $i) (i32.const 1))) (br $again))
                  (unreachable))
                """));

        Assert.Equal("max_memory", result.Fault?.Limit);
        Assert.InRange(peak, Mebibyte, limits.MaxMemory);
    }

    private static uint Run(WasmInstance guest, uint argument) => guest
        .Call(guest.Find("run")!, CallLimits.From(new ResourceLimits()), Wasmtime.Components.ComponentValue.U32(argument)).Value!.Value.U32();

    private async Task<(GuestFault Fault, MemoryAccount Memory)> RefusedAsync(ResourceLimits limits, byte[] component)
    {
        using var compiled = await fixture.CompileAsync(component, limits);
        return await EngineFixture.OnThreadAsync(4 << 20, () =>
        {
            MemoryAccount? memory = null;
            Assert.Null(WasmInstance.Create(compiled, fixture.Setup(limits), out var fault, begun: guest => memory = guest.Memory));
            return (fault!, memory!);
        });
    }

    private static byte[] Component(string module, int instances) =>
        Wat.Assemble($"(component {module} {string.Concat(Enumerable.Repeat("(core instance (instantiate $m))", instances))})");

    /// <summary>A component of one module, whose function <c>run</c> it exports when there is one.</summary>
    private static byte[] Component(string fields) => Wat.Assemble($"""
        (component
          (core module $m {fields})
          (core instance $i (instantiate $m))
          {(fields.Contains("\"run\"", StringComparison.Ordinal) ? "(func (export \"run\") (param \"n\" u32) (result u32) (canon lift (core func $i \"run\")))" : "")})
        """);
}

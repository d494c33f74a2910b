using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Testing;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Tests.Memory;

public sealed class MemoryLimitTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    private const long Page = 64 * 1024;
    private const long Mebibyte = 1024 * 1024;

    [Fact]
    public async Task Linear_memory_is_counted_exactly()
    {
        var limits = new ResourceLimits();

        var (before, after, peak) = await fixture.WithGuestAsync(limits, guest =>
        {
            var before = guest.Memory.Parts.Linear;
            Grow(guest, limits, 3);
            return (before, guest.Memory.Parts.Linear, guest.Memory.PeakBytes - guest.Memory.CurrentBytes + guest.Memory.Parts.Linear);
        });

        Assert.Equal(2 * Page, before);
        Assert.Equal(5 * Page, after);
        Assert.Equal(5 * Page, peak);
    }

    [Fact]
    public async Task Nothing_is_held_after_the_instance_is_gone()
    {
        var (account, held) = await fixture.WithGuestAsync(new ResourceLimits(), guest => (guest.Memory, guest.Memory.CurrentBytes));

        Assert.Equal((0, default), (account.CurrentBytes, account.Parts));
        Assert.InRange(held, 2 * Page, account.PeakBytes);
    }

    [Fact]
    public async Task One_step_beyond_max_allocation_size_is_refused_and_the_guest_goes_on()
    {
        var limits = new ResourceLimits { MaxAllocationSize = Mebibyte };

        var (huge, refusedBy, small) = await fixture.WithGuestAsync(limits, guest =>
            (Grow(guest, limits, 17), guest.Memory.RefusedBy, Grow(guest, limits, 16)));

        Assert.Equal(-1, huge);
        Assert.Equal("max_allocation_size", refusedBy);
        Assert.Equal(2, small);
    }

    [Fact]
    public async Task Growth_beyond_max_total_allocation_is_refused()
    {
        var limits = new ResourceLimits { MaxTotalAllocation = 2 * Mebibyte };

        var (steps, refusedBy) = await fixture.WithGuestAsync(limits, guest =>
        {
            var steps = 0;
            while (Grow(guest, limits, 1) >= 0)
            {
                steps++;
            }

            return (steps, guest.Memory.RefusedBy);
        });

        Assert.Equal(32, steps);
        Assert.Equal("max_total_allocation", refusedBy);
    }

    [Fact]
    public async Task A_guest_that_aborts_because_memory_was_refused_has_exceeded_that_limit()
    {
        var limits = new ResourceLimits { MaxMemory = 4 * Mebibyte };

        var (result, peak) = await fixture.WithGuestAsync(limits, guest =>
            (guest.Call(guest.Find("hoard")!, CallLimits.From(limits)), guest.Memory.PeakBytes));

        Assert.Equal("max_memory", result.Fault?.Limit);
        Assert.InRange(peak, limits.MaxMemory - Page, limits.MaxMemory);
        output.WriteLine($"max_memory {limits.MaxMemory}: peak {peak}");
    }

    [Fact]
    public async Task A_component_that_begins_with_too_much_memory_is_not_instantiated()
    {
        var limits = new ResourceLimits { MaxMemory = Mebibyte };
        using var component = await fixture.CompileAsync(
            Wat.Assemble("(component (core module $m (memory 17)) (core instance (instantiate $m)))"), limits);

        var fault = await EngineFixture.OnThreadAsync(4 << 20, () =>
        {
            Assert.Null(WasmInstance.Create(component, fixture.Setup(limits), out var fault));
            return fault;
        });

        Assert.Equal("max_memory", fault?.Limit);
    }

    [Fact]
    public async Task Memories_of_one_instance_are_counted_together()
    {
        var limits = new ResourceLimits { MaxMemory = Mebibyte };
        using var component = await fixture.CompileAsync(
            Wat.Assemble("(component (core module $m (memory 9)) (core instance (instantiate $m)) (core instance (instantiate $m)))"),
            limits);

        var fault = await EngineFixture.OnThreadAsync(4 << 20, () =>
        {
            Assert.Null(WasmInstance.Create(component, fixture.Setup(limits), out var fault));
            return fault;
        });

        Assert.Equal("max_memory", fault?.Limit);
    }

    [Theory]
    [InlineData(2 * Page)]
    [InlineData(0x7fff_0000)]
    [InlineData(0xffff_fff0)]
    public async Task Access_outside_the_memory_traps(long address)
    {
        var limits = new ResourceLimits();

        var result = await fixture.WithGuestAsync(limits, guest =>
            guest.Call(guest.Find("touch")!, CallLimits.From(limits), ComponentValue.U32((uint)address)));

        Assert.Equal(FaultKind.Trap, result.Fault?.Kind);
        Assert.Contains("out of bounds", result.Fault!.Error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Memory_that_was_granted_can_be_used()
    {
        var limits = new ResourceLimits();

        var (fault, value) = await fixture.WithGuestAsync(limits, guest =>
        {
            Grow(guest, limits, 1);
            var result = guest.Call(guest.Find("touch")!, CallLimits.From(limits), ComponentValue.U32((uint)(3 * Page) - 4));
            return (result.Fault, result.Value?.U32());
        });

        Assert.Null(fault);
        Assert.Equal(42u, value);
    }

    [Fact]
    public async Task Tables_do_not_grow_without_bound()
    {
        var limits = new ResourceLimits();

        var result = await fixture.WithGuestAsync(limits, guest =>
            guest.Call(guest.Find("grow-table")!, CallLimits.From(limits), ComponentValue.U32(10_000_000)).Value?.S32());

        Assert.Equal(-1, result);
    }

    private static int Grow(WasmInstance guest, ResourceLimits limits, uint pages) =>
        guest.Call(guest.Find("grow")!, CallLimits.From(limits), ComponentValue.U32(pages)).Value!.Value.S32();
}

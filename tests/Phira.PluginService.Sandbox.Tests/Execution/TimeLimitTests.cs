using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Sandbox.Tests.Execution;

public sealed class TimeLimitTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task An_endless_loop_is_ended_by_the_processor_time_limit()
    {
        var limits = new ResourceLimits { MaxCpuTimeMs = 100, MaxExecutionTimeMs = 600_000 };

        var result = await fixture.WithGuestAsync(limits, guest => guest.Call(guest.Find("spin")!, CallLimits.From(limits)));

        Assert.Equal(FaultKind.Limit, result.Fault?.Kind);
        Assert.Equal("max_cpu_time_ms", result.Fault?.Limit);
        Assert.Contains("max_cpu_time_ms", result.Fault!.Error.Message(), StringComparison.Ordinal);
        output.WriteLine($"max_cpu_time_ms 100: used {result.Cost.Cpu.TotalMilliseconds:f1} ms of processor time");
    }

    [Fact]
    public async Task An_endless_loop_is_ended_by_the_wall_clock_limit()
    {
        var limits = new ResourceLimits { MaxCpuTimeMs = 20_000, MaxExecutionTimeMs = 100 };

        var result = await fixture.WithGuestAsync(limits, guest => guest.Call(guest.Find("spin")!, CallLimits.From(limits)));

        Assert.Equal("max_execution_time_ms", result.Fault?.Limit);
        output.WriteLine($"max_execution_time_ms 100: took {result.Cost.Wall.TotalMilliseconds:f1} ms");
    }

    [Fact]
    public async Task Each_call_has_the_whole_budget()
    {
        var limits = new ResourceLimits { MaxCpuTimeMs = 50, MaxExecutionTimeMs = 600_000 };

        var sum = await fixture.WithGuestAsync(limits, guest =>
        {
            var add = guest.Find("add")!;
            var used = TimeSpan.Zero;
            var last = 0;
            while (used < TimeSpan.FromMilliseconds(200))
            {
                var value = guest.Call(
                    add, CallLimits.From(limits), Wasmtime.Components.ComponentValue.S32(20), Wasmtime.Components.ComponentValue.S32(22));
                last = value.Value!.Value.S32();
                used += value.Cost.Cpu;
            }

            return last;
        });

        Assert.Equal(42, sum);
    }
}

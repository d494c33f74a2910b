using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Execution;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Tests.Execution;

public sealed class StackLimitTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData(64 * 1024)]
    [InlineData(1024 * 1024)]
    [InlineData(8 * 1024 * 1024)]
    public async Task Endless_recursion_reaches_the_stack_limit_and_not_the_end_of_the_process(long stack)
    {
        var limits = new ResourceLimits { MaxStackSize = stack };

        var result = await fixture.WithGuestAsync(limits, guest =>
            guest.Call(guest.Find("recurse")!, CallLimits.From(limits), ComponentValue.U32(0)));

        Assert.Equal("max_stack_size", result.Fault?.Limit);
    }
}

using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Testing;

namespace Phira.PluginService.Sandbox.Tests.Execution;

/// <summary>
/// Actions that are forbidden to a host function on the instance that calls it: the engine would corrupt the guest or end the process.
/// </summary>
public sealed class ReEntryTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const string Caller = """
        (component
          (import "host" (instance $host (export "call" (func))))
          (core func $call (canon lower (func $host "call")))
          (core module $m (import "host" "call" (func $call)) (func (export "run") (call $call)) (func (export "idle")))
          (core instance $i (instantiate $m (with "host" (instance (export "call" (func $call))))))
          (func (export "run") (canon lift (core func $i "run")))
          (func (export "idle") (canon lift (core func $i "idle"))))
        """;

    private readonly ResourceLimits _limits = new();

    [Fact]
    public async Task A_call_into_the_instance_that_calls_is_refused()
    {
        var (refusal, fault) = await DoInsideAsync(guest => guest.Call(guest.Find("idle")!, CallLimits.From(_limits)));

        Assert.IsType<InvalidOperationException>(refusal);
        Assert.Null(fault);
    }

    [Fact]
    public async Task Disposing_of_the_instance_that_calls_is_refused()
    {
        var (refusal, fault) = await DoInsideAsync(guest => guest.Dispose());

        Assert.IsType<InvalidOperationException>(refusal);
        Assert.Null(fault);
    }

    [Fact]
    public async Task What_a_host_function_throws_ends_only_the_instance()
    {
        using var component = await fixture.CompileAsync(Wat.Assemble(Caller), _limits);

        var fault = await EngineFixture.OnThreadAsync(16 << 20, () =>
        {
            using var guest = WasmInstance.Create(
                component, fixture.Setup(_limits, new TestImport("host", "call", _ => throw new NotSupportedException("on purpose"))), out _)!;
            return guest.Call(guest.Find("run")!, CallLimits.From(_limits)).Fault;
        });

        Assert.Equal(FaultKind.Host, fault?.Kind);
        Assert.Contains("on purpose", fault!.Details, StringComparison.Ordinal);
    }

    /// <summary>Runs something inside a host function and tells what it threw, and how the call of the guest ended.</summary>
    private async Task<(Exception? Refusal, GuestFault? Fault)> DoInsideAsync(Action<WasmInstance> inside)
    {
        using var component = await fixture.CompileAsync(Wat.Assemble(Caller), _limits);
        return await EngineFixture.OnThreadAsync(16 << 20, () =>
        {
            WasmInstance? guest = null;
            Exception? refusal = null;
            guest = WasmInstance.Create(
                component, fixture.Setup(_limits, new TestImport("host", "call", _ => refusal = Record.Exception(() => inside(guest!)))), out _)!;
            using (guest)
            {
                var fault = guest.Call(guest.Find("run")!, CallLimits.From(_limits)).Fault;

                // It is as usable as before.
                Assert.Null(guest.Call(guest.Find("idle")!, CallLimits.From(_limits)).Fault);
                return (refusal, fault);
            }
        });
    }
}

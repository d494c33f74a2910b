using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Platform;
using Wasmtime;

namespace Phira.PluginService.Sandbox.Engine;

/// <summary>
/// The engine of one plugin: an own one costs microseconds and gives the plugin its own stack limit, memory account and clock.
/// </summary>
internal sealed class SandboxEngine : IDisposable
{
    /// <summary>
    /// Everything that decides what machine code is made. A compiled component is kept under this name, so any change here must show.
    /// </summary>
    public const string Fingerprint = "epoch;no-threads;no-memory64;no-concurrency;reservation=default;copy-on-write=off;bridge=2";

    public SandboxEngine(ResourceLimits limits, NativePlatform platform)
    {
        Memories = new GuestMemoryCreator(platform.Memory);
        using var config = new Config()
            .WithEpochInterruption(true)
            .WithWasmThreads(false)
            .WithMemory64(false)
            .WithMemoryInitCopyOnWrite(false)
            .WithParallelCompilation(false)
            .WithMaximumStackSize(checked((int)limits.MaxStackSize));
        var handle = WasmtimeNative.HandleOf(config);

        // Plugins make no asynchronous calls, and with them the engine fails on a host function that borrows two resources.
        WasmtimeNative.SetConcurrencySupport(handle, enabled: false);
        WasmtimeNative.SetAsyncStackSize(handle, (ulong)limits.MaxStackSize * 2);
        Memories.Install(handle);
        Native = new Wasmtime.Engine(config);
    }

    /// <summary>The engine itself.</summary>
    public Wasmtime.Engine Native { get; }

    /// <summary>Provides its linear memories.</summary>
    public GuestMemoryCreator Memories { get; }

    /// <inheritdoc />
    public void Dispose() => Native.Dispose();
}

using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Bridge;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Sandbox.Tests;

/// <summary>A compiler, a ticker and threads to run guests on.</summary>
public sealed class EngineFixture : IDisposable
{
    private const int HostStack = 2 * 1024 * 1024;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("phira-engine-");
    private readonly EpochTicker _ticker = new();

    internal string CacheDirectory => Path.Combine(_directory.FullName, "cache");

    public void Dispose()
    {
        _ticker.Dispose();
        _directory.Delete(recursive: true);
    }

    internal ComponentCompiler Compiler() =>
        new(new CompileCache(CacheDirectory, NullLogger<CompileCache>.Instance), TestCompiler.Workers, TestCompiler.Limits, TimeProvider.System);

    internal async Task<CompiledComponent> CompileAsync(byte[] bytes, ResourceLimits limits)
    {
        var compiled = await Compiler().CompileAsync(bytes, limits, TestContext.Current.CancellationToken);
        Assert.True(compiled.IsSuccess, compiled.Error?.Describe());
        return compiled.Value;
    }

    /// <summary>Creates an instance of the misbehaving guest and uses it, on a thread like that of an actor.</summary>
    internal async Task<T> WithGuestAsync<T>(ResourceLimits limits, Func<WasmInstance, T> use, byte[]? bytes = null, params GuestImport[] imports)
    {
        using var component = await CompileAsync(bytes ?? Wat.Load("engine"), limits);
        return await OnThreadAsync(
            checked((int)limits.MaxStackSize) + HostStack,
            () =>
            {
                using var guest = WasmInstance.Create(component, Setup(limits, imports), out var fault);
                Assert.True(guest is not null, fault?.Details);
                return use(guest);
            });
    }

    internal GuestSetup Setup(ResourceLimits limits, params GuestImport[] imports) =>
        new(limits, _ticker, TimeProvider.System, imports);

    internal static Task<T> OnThreadAsync<T>(int stackSize, Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(
            () =>
            {
                try
                {
                    done.SetResult(work());
                }
                catch (Exception exception)
                {
                    done.SetException(exception);
                }
            },
            stackSize)
        { IsBackground = true }.Start();
        return done.Task.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
    }
}

using System.Reflection;
using System.Runtime.InteropServices;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Engine.Platform;
using Phira.PluginService.Plugins.Limits;
using Wasmtime;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Engine.Compilation;

/// <summary>
/// Turns components into machine code on threads of its own: compiling takes up to many seconds of a whole processor, and neither
/// start-up nor the game may wait for it. At most <c>workers</c> compile at once, the others wait their turn.
/// </summary>
internal sealed class ComponentCompiler(CompileCache cache, TimeProvider time, int workers) : IDisposable
{
    // The compiler recurses over the guest's code.
    private const int StackSize = 16 * 1024 * 1024;

    private static readonly string Settings = string.Join(
        ';',
        SandboxEngine.Fingerprint,
        typeof(Wasmtime.Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
        RuntimeInformation.RuntimeIdentifier,
        RuntimeInformation.ProcessArchitecture);

    private readonly SemaphoreSlim _free = new(workers);

    /// <summary>The operating system that the engines run on.</summary>
    public NativePlatform Platform { get; init; } = NativePlatform.Current;

    /// <summary>Compiles a component, or loads it from the cache.</summary>
    /// <param name="bytes">The component.</param>
    /// <param name="limits">The limits of the plugin it belongs to.</param>
    /// <param name="cancellationToken">Gives up waiting for a worker; a compilation that has begun is finished.</param>
    public async Task<Result<CompiledComponent>> CompileAsync(
        ReadOnlyMemory<byte> bytes, ResourceLimits limits, CancellationToken cancellationToken)
    {
        var shape = ComponentReader.Read(bytes.Span);
        if (!shape.IsSuccess)
        {
            return shape.Error;
        }

        var key = CompileCache.KeyOf(bytes.Span, Settings);
        if (await OnThread(() => Load(key, limits, shape.Value)) is { } cached)
        {
            return cached;
        }

        await _free.WaitAsync(cancellationToken);
        try
        {
            // Another plugin of the same component may have had its turn meanwhile.
            return await OnThread(() => Load(key, limits, shape.Value) is { } compiled ? compiled : Compile(key, bytes, limits, shape.Value));
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _free.Dispose();

    private static Task<T> OnThread<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
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
            StackSize) { IsBackground = true, Name = "plugin compiler", Priority = ThreadPriority.BelowNormal };
        thread.Start();
        return done.Task;
    }

    private CompiledComponent? Load(string key, ResourceLimits limits, ComponentShape shape)
    {
        if (cache.Read(key) is not { } code)
        {
            return null;
        }

        var started = time.GetTimestamp();
        var engine = new SandboxEngine(limits, Platform);
        try
        {
            var native = Component.Deserialize(engine.Native, code);
            return new CompiledComponent(engine, native, shape, fromCache: true, time.GetElapsedTime(started));
        }
        catch (WasmtimeException)
        {
            engine.Dispose();
            cache.Remove(key);
            return null;
        }
    }

    private Result<CompiledComponent> Compile(string key, ReadOnlyMemory<byte> bytes, ResourceLimits limits, ComponentShape shape)
    {
        var started = time.GetTimestamp();
        var engine = new SandboxEngine(limits, Platform);
        try
        {
            var native = Component.FromBytes(engine.Native, bytes.Span);
            var duration = time.GetElapsedTime(started);
            cache.Write(key, native.Serialize());
            return new CompiledComponent(engine, native, shape, fromCache: false, duration);
        }
        catch (WasmtimeException exception)
        {
            engine.Dispose();
            return new Error(ComponentErrors.Invalid, exception.Message.ReplaceLineEndings(" "));
        }
    }
}

using System.ComponentModel;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Sandbox.Binary;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Sandbox.Engine;
using Phira.PluginService.Sandbox.Platform;
using Phira.PluginService.Sandbox.Reflection;
using Wasmtime;
using Component = Wasmtime.Components.Component;

namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>
/// Turns components into machine code. What that costs is for the component to decide, so it happens in processes of its own, within a
/// budget; here only what came of it is loaded. What was found too expensive is not tried again until an administrator asks for it, or the
/// engine or its budget changes.
/// </summary>
/// <param name="limits">The limits on the cost of compiling.</param>
internal sealed class ComponentCompiler(CompileCache cache, WorkerPool pool, CompileLimits limits, TimeProvider timeProvider)
{
    // Longer than any plugin takes that is not an engine for another language.
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(1);

    private static readonly string Settings = string.Join(
        ';',
        SandboxEngine.Fingerprint,
        typeof(Wasmtime.Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
        RuntimeInformation.RuntimeIdentifier,
        RuntimeInformation.ProcessArchitecture);

    private readonly InFlight<Result<Compilation>> _inFlight = new();

    /// <summary>Raised while a component is compiled that never ran here and takes long, on any thread; more than once.</summary>
    public event Action? SlowCompilation;

    /// <summary>Raised when a request for machine code has its outcome, on any thread. One that was cancelled has none.</summary>
    public event Action<CompileOutcome>? Finished;

    /// <summary>The operating system that the engines run on.</summary>
    public NativePlatform Platform { get; init; } = NativePlatform.Current;

    /// <summary>Compiles a component that never ran, or loads it from the cache.</summary>
    /// <param name="cancellationToken">Cancels the operation; also a compilation that has begun, when nobody else waits for it.</param>
    public Task<Result<CompiledComponent>> CompileAsync(
        ReadOnlyMemory<byte> bytes, ResourceLimits plugin, CancellationToken cancellationToken) =>
        CompileAsync(bytes, plugin, default, cancellationToken);

    /// <summary>Compiles a component, or loads it from the cache.</summary>
    /// <param name="cancellationToken">Cancels the operation; also a compilation that has begun, when nobody else waits for it.</param>
    public async Task<Result<CompiledComponent>> CompileAsync(
        ReadOnlyMemory<byte> bytes, ResourceLimits plugin, CompileTerms terms, CancellationToken cancellationToken)
    {
        var shape = ComponentReader.Read(bytes.Span);
        if (!shape.IsSuccess)
        {
            Finished?.Invoke(CompileOutcome.Invalid);
            return shape.Error;
        }

        var key = CompileCache.KeyOf(bytes.Span, Settings);
        var started = timeProvider.GetTimestamp();
        if (await Task.Run(() => cache.Read(key), cancellationToken) is { } cached)
        {
            var engine = new SandboxEngine(plugin, Platform);
            if (TryLoad(engine, cached) is { } native)
            {
                Finished?.Invoke(CompileOutcome.Cached);
                return new CompiledComponent(engine, native, shape.Value, fromCache: true, timeProvider.GetElapsedTime(started));
            }

            engine.Dispose();
            cache.Remove(key);
        }

        var compiled = await _inFlight.RunAsync(key, stop => CompileAsync(key, bytes, terms, stop), cancellationToken);
        return compiled.IsSuccess ? Load(compiled.Value, plugin, shape.Value) : compiled.Error;
    }

    /// <summary>Sees to it that a component can be loaded from the cache.</summary>
    /// <param name="cancellationToken">Cancels the operation; also a compilation that has begun, when nobody else waits for it.</param>
    public async Task<Result> PrepareAsync(ReadOnlyMemory<byte> bytes, CompileTerms terms, CancellationToken cancellationToken)
    {
        var key = CompileCache.KeyOf(bytes.Span, Settings);
        if (cache.Contains(key))
        {
            return Result.Success;
        }

        var compiled = await _inFlight.RunAsync(key, stop => CompileAsync(key, bytes, terms, stop), cancellationToken);
        return compiled.IsSuccess ? Result.Success : compiled.Error;
    }

    /// <summary>Reads the types of a component and checks that it is valid. Its code is not compiled.</summary>
    public async Task<Result<ReflectedComponent>> DescribeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var shape = ComponentReader.Read(bytes.Span);
        if (!shape.IsSuccess)
        {
            return shape.Error;
        }

        var answer = await AskAsync(WorkerTask.Describe, bytes, new CompileTerms(IsKnown: true, Retry: true), key: null, cancellationToken);
        return answer.IsSuccess ? JsonSerializer.Deserialize<ReflectedComponent>(answer.Value.Payload)! : answer.Error;
    }

    private async Task<Result<Compilation>> CompileAsync(
        string key, ReadOnlyMemory<byte> bytes, CompileTerms terms, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(WorkerTask.Compile, bytes, terms, key, cancellationToken);
        Finished?.Invoke(answer.IsSuccess ? CompileOutcome.Compiled : OutcomeOf(answer.Error.Code));
        if (!answer.IsSuccess)
        {
            return answer.Error;
        }

        cache.Write(key, answer.Value.Payload);
        return new Compilation(answer.Value.Payload, answer.Value.Cost.Wall);
    }

    private async Task<Result<WorkerAnswer>> AskAsync(
        WorkerTask task, ReadOnlyMemory<byte> bytes, CompileTerms terms, string? key, CancellationToken cancellationToken)
    {
        var survey = CodeSurvey.Of(bytes.Span);
        if (CodeBounds.FindExcess(survey) is { } excess)
        {
            return CompileRefusal.Describe(excess);
        }

        var budget = limits.BudgetFor(survey.CodeBytes, bytes.Length);
        if (key is not null && !terms.Retry && cache.FindRefusal(key) is { } previous && previous.Budget == budget)
        {
            return previous.Describe();
        }

        try
        {
            var answer = await pool.AskAsync(
                new WorkerRequest(task, bytes, budget), !terms.IsKnown, cost => Follow(cost, terms), cancellationToken);
            return Judge(answer, budget, key);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            return new Error(CompilationErrors.CompilerFailed, exception.Message);
        }
    }

    private Result<WorkerAnswer> Judge(WorkerAnswer answer, CompileBudget budget, string? key)
    {
        switch (answer.Outcome)
        {
            case WorkerOutcome.Done:
                return answer;
            case WorkerOutcome.Invalid:
                return new Error(CompilationErrors.Invalid, answer.Text.ReplaceLineEndings(" "));
            case WorkerOutcome.Stalled:
                return new Error(CompilationErrors.CompilerFailed, CompileRefusal.DescribeStall(budget, answer.Cost));
            case WorkerOutcome.Crashed:
                return new Error(CompilationErrors.CompilerFailed, answer.Text.ReplaceLineEndings(" "));
            default:
                var refusal = new CompileRefusal(answer.Outcome, budget, answer.Cost);
                if (key is not null)
                {
                    cache.WriteRefusal(key, refusal);
                }

                return refusal.Describe();
        }
    }

    private static CompileOutcome OutcomeOf(ErrorCode code) => code switch
    {
        _ when code == CompilationErrors.Invalid => CompileOutcome.Invalid,
        _ when code == CompilationErrors.CompilerFailed => CompileOutcome.Failed,
        _ => CompileOutcome.Refused,
    };

    private void Follow(CompileCost cost, CompileTerms terms)
    {
        if (!terms.IsKnown && cost.Cpu > SlowAfter)
        {
            SlowCompilation?.Invoke();
        }
    }

    private Result<CompiledComponent> Load(Compilation compiled, ResourceLimits plugin, ComponentShape shape)
    {
        var engine = new SandboxEngine(plugin, Platform);
        if (TryLoad(engine, compiled.Code) is { } native)
        {
            return new CompiledComponent(engine, native, shape, fromCache: false, compiled.Duration);
        }

        engine.Dispose();
        return new Error(CompilationErrors.CompilerFailed, LocalizedText.Of("compile.machine_code"));
    }

    private static Component? TryLoad(SandboxEngine engine, ReadOnlySpan<byte> code)
    {
        try
        {
            return Component.Deserialize(engine.Native, code);
        }
        catch (WasmtimeException)
        {
            return null;
        }
    }

    private sealed record Compilation(byte[] Code, TimeSpan Duration);
}

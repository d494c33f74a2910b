using System.Text;
using System.Text.Json;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Binary;
using Phira.PluginService.Sandbox.Bridge;
using Phira.PluginService.Sandbox.Engine;
using Phira.PluginService.Sandbox.Platform;
using Phira.PluginService.Sandbox.Reflection;
using Wasmtime;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>The jobs that a worker can do, in its own process.</summary>
internal sealed class WorkerJobs(NativePlatform platform)
{
    /// <summary>Drops what the process does not need, so that it neither gets in the way of the service nor outlives a crash of its own.</summary>
    public void Isolate() => platform.Process.Isolate();

    /// <summary>Carries out one request within its budget; beyond it the process ends.</summary>
    public (WorkerOutcome Outcome, byte[] Payload) Run(WorkerRequest request)
    {
        try
        {
            platform.Process.Limit(request.Budget.MemoryBytes, request.Budget.Cpu);
            using var engine = new SandboxEngine(new ResourceLimits(), platform);
            var payload = request.Task == WorkerTask.Compile
                ? Compile(engine, request.Component.Span)
                : Describe(engine, request.Component.Span);
            return payload.LongLength <= request.MaximumAnswerBytes
                ? (WorkerOutcome.Done, payload)
                : (WorkerOutcome.OutOfMemory, []);
        }
        catch (OutOfMemoryException exception)
        {
            return (WorkerOutcome.OutOfMemory, Encoding.UTF8.GetBytes(exception.Message));
        }
        catch (WasmtimeException exception)
        {
            return (WorkerOutcome.Invalid, Encoding.UTF8.GetBytes(exception.Message));
        }
    }

    private static byte[] Compile(SandboxEngine engine, ReadOnlySpan<byte> bytes)
    {
        using var component = Component.FromBytes(engine.Native, Compose(engine, bytes));

        // The service reads the types, too. Here it is seen within limits that it can.
        _ = ComponentReflection.Read(engine.Native, component);
        return component.Serialize();
    }

    // The types are known before there is machine code; an outline has next to none.
    private static byte[] Compose(SandboxEngine engine, ReadOnlySpan<byte> bytes)
    {
        using var outline = Component.FromBytes(engine.Native, ComponentOutline.Of(bytes));
        return BridgedComponent.Compose(
            bytes, FunctionReader.Read(engine.Native, outline, except: BridgeNames.Interface), FunctionReader.ReadImports(engine.Native, outline));
    }

    private static byte[] Describe(SandboxEngine engine, ReadOnlySpan<byte> bytes)
    {
        foreach (var module in ComponentOutline.ModulesOf(bytes))
        {
            if (Module.Validate(engine.Native, bytes[module]) is { } problem)
            {
                throw new WasmtimeException(problem);
            }
        }

        using var component = Component.FromBytes(engine.Native, ComponentOutline.Of(bytes));
        return JsonSerializer.SerializeToUtf8Bytes(ComponentReflection.Read(engine.Native, component));
    }
}

using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>The host functions of one instance: checks the permission, measures, and never lets an exception into the guest.</summary>
internal sealed partial class InstanceFunctions(
    HostContext context, ImmutableArray<BoundInterface> interfaces, ModerationAudit audit, PluginMetrics metrics, ILogger logger) : IDisposable
{
    /// <summary>Defines every function.</summary>
    public void Define(ComponentLinker linker)
    {
        using var root = linker.Root();
        foreach (var bound in interfaces)
        {
            using var instance = root.AddInstance(bound.Definition.ImportName);
            foreach (var function in bound.Functions)
            {
                Define(instance, $"{bound.Definition.Name}.{function.Definition.Name}", function);
            }
        }
    }

    /// <summary>What serves the instance, as far as it is of a type.</summary>
    public IEnumerable<T> OfType<T>() => interfaces.Select(bound => bound.Instance).OfType<T>();

    /// <summary>The instance is gone. May be called on any thread, and twice.</summary>
    public void Dispose()
    {
        foreach (var disposable in OfType<IDisposable>())
        {
            disposable.Dispose();
        }
    }

    private void Define(ComponentLinkerInstance instance, string label, BoundFunction function) =>
        instance.DefineFunction(function.Definition.Name, (arguments, results) =>
        {
            var started = context.Time.GetTimestamp();
            var reply = Invoke(label, function, arguments);
            if (results.Length > 0)
            {
                results[0] = function.Definition.IsPlain ? reply.Value! : reply.ToResult();
            }

            metrics.HostCall(context.Plugin, label, context.Time.GetElapsedTime(started));
        });

    private HostReply Invoke(string label, BoundFunction function, ReadOnlySpan<ComponentValue> arguments)
    {
        try
        {
            var refusal = Refuse(function, arguments);
            if (function.Moderation is null)
            {
                return refusal ?? function.Handler(arguments);
            }

            if (refusal is { } refused)
            {
                audit.Refused(function, arguments, refused);
                return refused;
            }

            return audit.CarryOut(function, arguments);
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
        catch (Exception exception)
        {
            Log.Failed(logger, context.Plugin.Value, label, exception);
            return HostReply.Internal($"{label} failed inside the host");
        }
    }

    private HostReply? Refuse(BoundFunction function, ReadOnlySpan<ComponentValue> arguments)
    {
        if (function.Definition.Permission is not { } permission)
        {
            return null;
        }

        // Only once the permission is there do the arguments matter.
        return function.Target is { } target && context.Permissions.Allows(permission)
            ? context.Permissions.Use(permission, target(arguments))
            : context.Permissions.Use(permission);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4008, Level = LogLevel.Error, Message = "Host function {Function} failed for plugin {Plugin}")]
        public static partial void Failed(ILogger logger, string plugin, string function, Exception exception);
    }
}

using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Bridge;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>The host functions of one instance: checks the permission, measures, and never lets an exception into the guest.</summary>
internal sealed partial class InstanceFunctions(
    HostContext context, ImmutableArray<BoundInterface> interfaces, ModerationAudit audit, PluginMetrics metrics, ILogger logger) : IDisposable
{
    private HostContext Context => context;

    private PluginMetrics Metrics => metrics;

    /// <summary>The functions, as an instance calls them.</summary>
    public IReadOnlyCollection<GuestImport> Imports =>
        [.. interfaces.SelectMany(bound => bound.Functions, (bound, function) => new Import(this, bound.Definition, function))];

    /// <summary>Returns the handlers of type <typeparamref name="T"/>.</summary>
    public IEnumerable<T> OfType<T>() => interfaces.Select(bound => bound.Instance).OfType<T>();

    /// <summary>Releases what the instance held. May be called on any thread, and twice.</summary>
    public void Dispose()
    {
        foreach (var disposable in OfType<IDisposable>())
        {
            disposable.Dispose();
        }
    }

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

    /// <summary>One of the functions. The reply is kept until it is written.</summary>
    private sealed class Import(InstanceFunctions owner, HostInterface definition, BoundFunction function)
        : GuestImport(definition.ImportName, function.Definition.Name)
    {
        private readonly string _label = $"{definition.Name}.{function.Definition.Name}";
        private HostReply _reply;

        public override void Invoke(ValueReader arguments)
        {
            var context = owner.Context;
            var started = context.TimeProvider.GetTimestamp();
            _reply = owner.Invoke(_label, function, ValueTree.ReadAll(arguments));
            owner.Metrics.HostCall(context.Plugin, _label, context.TimeProvider.GetElapsedTime(started));
        }

        public override void Write(ValueWriter result) =>
            ValueTree.Write(result, function.Definition.IsPlain ? _reply.Value! : _reply.ToResult());
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4008, Level = LogLevel.Error, Message = "Host function {Function} failed for plugin {Plugin}")]
        public static partial void Failed(ILogger logger, string plugin, string function, Exception exception);
    }
}

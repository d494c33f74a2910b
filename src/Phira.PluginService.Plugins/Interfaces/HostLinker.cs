using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Storage;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>Offers the host functions to one instance: checks the permission, measures, and never lets an exception into the guest.</summary>
internal sealed partial class HostLinker(HostContext context, ILogger logger)
{
    private readonly ModerationAudit _audit = new(context);

    /// <summary>Defines every function.</summary>
    public void Define(ComponentLinker linker)
    {
        using var root = linker.Root();
        foreach (var definition in HostInterfaces.All)
        {
            using var instance = root.AddInstance(definition.ImportName);
            foreach (var function in definition.Functions)
            {
                Define(instance, $"{definition.Name}.{function.Name}", function);
            }
        }
    }

    private void Define(ComponentLinkerInstance instance, string label, HostFunction function) =>
        instance.DefineFunction(function.Name, (arguments, results) =>
        {
            var started = context.Services.Time.GetTimestamp();
            var reply = Invoke(label, function, arguments);
            if (results.Length > 0)
            {
                results[0] = function.IsPlain ? reply.Value! : reply.ToResult();
            }

            context.Metrics.HostCall(context.Plugin, label, context.Services.Time.GetElapsedTime(started));
        });

    private HostReply Invoke(string label, HostFunction function, ReadOnlySpan<ComponentValue> arguments)
    {
        if (function.Handler is null)
        {
            return HostReply.Unavailable($"{label} is not offered by this version of the host");
        }

        try
        {
            var refusal = Refuse(function, arguments);
            if (function.Moderation is null)
            {
                return refusal ?? function.Handler(context, arguments);
            }

            if (refusal is { } refused)
            {
                _audit.Refused(function, arguments, refused);
                return refused;
            }

            return _audit.CarryOut(function, arguments);
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

    private HostReply? Refuse(HostFunction function, ReadOnlySpan<ComponentValue> arguments)
    {
        if (function.Permission is not { } permission)
        {
            return null;
        }

        // Only once the permission is there do the arguments matter.
        return function.Target is { } target && context.Permissions.Allows(permission)
            ? context.Permissions.Use(permission, target(context, arguments))
            : context.Permissions.Use(permission);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4008, Level = LogLevel.Error, Message = "Host function {Function} failed for plugin {Plugin}")]
        public static partial void Failed(ILogger logger, string plugin, string function, Exception exception);
    }
}

using System.Globalization;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Timers;

/// <summary>The interface <c>timers</c>.</summary>
internal static class TimersInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "timers",
        new HostFunction("set-timer", Set) { Permission = PermissionNames.Timers },
        new HostFunction("cancel-timer", Cancel) { Permission = PermissionNames.Timers });

    private static HostReply Set(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (!context.HandlesTimers)
        {
            return HostReply.Unavailable("the plugin does not export timer-handler");
        }

        if (context.Timers.Set(TimeSpan.FromMilliseconds(arguments[0].AsU32()), arguments[1].AsBool()) is { } id)
        {
            return ComponentValue.U32(id);
        }

        return context.Exceeded(LimitNames.TimersPerPlugin, $"{LimitNames.TimersPerPlugin}: at most {context.Timers.Maximum}");
    }

    private static HostReply Cancel(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var id = arguments[0].AsU32();
        return context.Timers.Cancel(id) ? HostReply.Done : HostReply.NotFound(string.Create(CultureInfo.InvariantCulture, $"timer {id}"));
    }
}

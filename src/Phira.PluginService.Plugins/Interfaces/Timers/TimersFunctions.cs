using System.Globalization;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Timers;

/// <summary>The functions of <c>timers</c> for one instance.</summary>
internal sealed class TimersFunctions(HostContext context, InstanceTimers timers) : IMailboxUser, IDisposable
{
    private const string TimersLimit = "timers_per_plugin";

    public HostReply Set(ReadOnlySpan<ComponentValue> arguments)
    {
        if (!context.Exports(TimerDelivery.Handler))
        {
            return HostReply.Unavailable("the plugin does not export timer-handler");
        }

        if (timers.Set(TimeSpan.FromMilliseconds(arguments[0].AsU32()), arguments[1].AsBool()) is { } id)
        {
            return ComponentValue.U32(id);
        }

        return context.Exceeded(TimersLimit, $"{TimersLimit}: at most {timers.Maximum}");
    }

    public HostReply Cancel(ReadOnlySpan<ComponentValue> arguments)
    {
        var id = arguments[0].AsU32();
        return timers.Cancel(id) ? HostReply.Done : HostReply.NotFound(string.Create(CultureInfo.InvariantCulture, $"timer {id}"));
    }

    /// <inheritdoc />
    public void DeliverTo(Mailbox mailbox) => timers.DeliverTo(mailbox);

    /// <inheritdoc />
    public void Dispose() => timers.Dispose();
}

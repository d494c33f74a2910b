using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Timers;

/// <summary>
/// A timer that has fired. Kept in order among the events, so that a plugin with a fast timer still gets those; each timer has one
/// at most, so keeping them cannot fill a mailbox.
/// </summary>
internal sealed class TimerDelivery(InstanceTimers timers, uint id) : WorkItem
{
    /// <summary>The function of a plugin that receives it.</summary>
    public static readonly GuestExport Handler = new("timer-handler", "on-timer");

    /// <inheritdoc />
    public override WorkClass Class => WorkClass.Kept;

    /// <inheritdoc />
    public override string Description => $"timer {id}";

    /// <inheritdoc />
    public override void Execute(IGuest guest)
    {
        // After a reload another instance empties the mailbox. The ids of the previous one mean nothing to it.
        if (!ReferenceEquals(guest.Context, timers.Owner) || !timers.Begin(id) || guest.Find(Handler) is not { } handler)
        {
            return;
        }

        if (guest.Call(handler, ComponentValue.U32(id)).Refusal is { } refusal)
        {
            guest.Context.Log.Write(PluginLogLevel.Warn, $"on-timer {id}: {refusal}", []);
        }
    }

    /// <inheritdoc />
    public override void Fail(Error error) => timers.Missed(id);
}

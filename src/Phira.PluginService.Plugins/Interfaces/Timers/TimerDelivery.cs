using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;

namespace Phira.PluginService.Plugins.Interfaces.Timers;

/// <summary>
/// A timer that has fired. Kept in order among the events, so that a plugin with a fast timer still gets those; each timer has one
/// at most, so keeping them cannot fill a mailbox.
/// </summary>
internal sealed class TimerDelivery(InstanceTimers timers, uint id) : WorkItem
{
    /// <inheritdoc />
    public override WorkClass Class => WorkClass.Kept;

    /// <inheritdoc />
    public override string Description => $"timer {id}";

    /// <inheritdoc />
    public override void Execute(PluginGuest guest)
    {
        // After a reload another instance empties the mailbox. The ids of the former one mean nothing to it.
        if (!ReferenceEquals(guest.Context.Timers, timers) || !timers.Begin(id))
        {
            return;
        }

        if (guest.OnTimer(id).Refusal is { } refusal)
        {
            guest.Context.Log.Write(PluginLogLevel.Warn, $"on-timer {id}: {refusal}", []);
        }
    }

    /// <inheritdoc />
    public override void Fail(Error error) => timers.Missed(id);
}

using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.Actors;

/// <summary>One piece of work for a plugin.</summary>
internal abstract class WorkItem
{
    /// <summary>Its treatment when the mailbox is full.</summary>
    public virtual WorkClass Class => WorkClass.Urgent;

    /// <summary>The origin of the work.</summary>
    public virtual WorkOrigin Origin => default;

    /// <summary>Until when somebody waits for it, as a timestamp of the clock; null when nobody does, or nobody says.</summary>
    public virtual long? Deadline => null;

    /// <summary>
    /// A description in English words, for crash reports: never anything that a player or an administrator wrote, for that may be a secret.
    /// Empty when there is nothing to say.
    /// </summary>
    public virtual string Description => "";

    /// <summary>Whether nobody waits for it any more, so that it need not be done.</summary>
    public virtual bool IsObsolete => false;

    /// <summary>Does it, on the plugin's thread.</summary>
    public abstract void Execute(IGuest guest);

    /// <summary>It will not be done, or was cut off. May be called on any thread, and after <see cref="Execute"/> has begun.</summary>
    public virtual void Fail(Error error)
    {
    }

    /// <summary>The instance was lost while it did this, and the thread does not come back to say so. May be called on any thread.</summary>
    public virtual void Abandon(GuestFault fault) => Fail(fault.Error);
}

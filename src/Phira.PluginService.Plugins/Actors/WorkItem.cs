using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.Actors;

/// <summary>One piece of work for a plugin.</summary>
internal abstract class WorkItem
{
    /// <summary>The treatment of the item when the mailbox is full.</summary>
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

    /// <summary>Whether the item need not be executed, because no caller waits for the answer any more.</summary>
    public virtual bool IsObsolete => false;

    /// <summary>Executes the item on the plugin's thread.</summary>
    public abstract void Execute(IGuest guest);

    /// <summary>
    /// Completes the item with an error because it was dropped or cut off. May be called on any thread, and after <see cref="Execute"/> has begun.
    /// </summary>
    public virtual void Fail(Error error)
    {
    }

    /// <summary>Completes the item after the instance was lost during it and its thread does not return. May be called on any thread.</summary>
    public virtual void Abandon(GuestFault fault) => Fail(fault.Error);
}

using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Plugins.Actors;

/// <summary>What an actor needs.</summary>
/// <param name="StackSize">The guest's stack limit in bytes.</param>
/// <param name="Create">Creates the instance on the actor's thread; tells its argument about the instance before any code of the guest runs.</param>
internal sealed record ActorSetup(PluginName Name, long StackSize, Func<Action<GuestInstance>, Result<PluginGuest>> Create)
{
    /// <summary>Where the actor's thread handles signals.</summary>
    public required ISignalStack SignalStack { get; init; }

    /// <summary>The instance is lost, at the work named. Called once, on any thread.</summary>
    public required Action<GuestFault, WorkItem?> OnFault { get; init; }

    /// <summary>The instance takes work from a mailbox from now on.</summary>
    public Action<Mailbox> Serving { get; init; } = _ => { };

    /// <summary>The instance is gone: what it ran on can be released. Called on the actor's thread.</summary>
    public required Action Release { get; init; }
}

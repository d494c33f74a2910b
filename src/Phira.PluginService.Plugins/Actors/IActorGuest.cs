using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.Actors;

/// <summary>The instance that an actor creates, calls and disposes on its thread.</summary>
internal interface IActorGuest : IGuest, IDisposable
{
    /// <summary>Whether a fault has made the instance unusable.</summary>
    bool IsLost { get; }

    /// <summary>Creates the instance.</summary>
    /// <param name="begun">Sees it before any code of the guest runs.</param>
    Result Create(Action<WasmInstance> begun);

    /// <summary>Handles that the instance takes work from a mailbox from now on. Called on the thread of an operation.</summary>
    void OnServing(Mailbox mailbox);

    /// <summary>Handles the loss of the instance during the given work. Called once, on any thread.</summary>
    void OnFault(GuestFault fault, WorkItem? during);
}

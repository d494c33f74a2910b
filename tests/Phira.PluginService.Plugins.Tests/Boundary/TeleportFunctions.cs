using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Tests.Boundary;

/// <summary>The functions of <see cref="TeleportInterface"/> for one instance.</summary>
internal sealed class TeleportFunctions(HostContext context, TeleportedUsers users, TeleportCount count) : IDisposable
{
    private int _disposed;

    public HostReply TeleportUser(ReadOnlySpan<ComponentValue> arguments)
    {
        users.Add($"{context.Plugin} {count.Next()}");
        return HostReply.Done;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            users.Dispose();
        }
    }
}

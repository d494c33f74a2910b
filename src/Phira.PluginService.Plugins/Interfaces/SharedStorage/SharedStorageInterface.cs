using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.SharedStorage;

/// <summary>The interface <c>shared-storage</c>.</summary>
internal sealed class SharedStorageInterface(IOptions<SharedStorageOptions> options, TimeProvider timeProvider)
    : StatefulHostInterface<SharedStorageFunctions, SharedSpace>(
        "shared-storage",
        Function("get", PermissionNames.ReadSharedStorage, storage => storage.Get),
        Function("set", PermissionNames.WriteSharedStorage, storage => storage.Set),
        Function("delete", PermissionNames.WriteSharedStorage, storage => storage.Delete),
        Function("list", PermissionNames.ReadSharedStorage, storage => storage.ListKeys),
        Function("compare-and-set", PermissionNames.WriteSharedStorage, storage => storage.CompareAndSet))
{
    private readonly SharedSpaces _spaces = new(options.Value, timeProvider);

    /// <inheritdoc />
    protected override SharedSpace CreatePluginState(PluginName plugin) => _spaces.Open(plugin);

    /// <inheritdoc />
    protected override SharedStorageFunctions CreateInstance(InstanceScope scope, SharedSpace state) => new(scope.Context, _spaces, options.Value);

    private static HostFunction<SharedStorageFunctions> Function(
        string name, string permission, Func<SharedStorageFunctions, HostHandler> handler) => new(name, handler)
        {
            Permission = permission,
            Target = static _ => SharedStorageFunctions.Target,
        };
}

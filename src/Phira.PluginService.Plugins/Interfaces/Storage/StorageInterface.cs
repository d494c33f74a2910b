using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Storage;

/// <summary>The interface <c>storage</c>.</summary>
internal sealed class StorageInterface(IPluginDataStore store, IOptions<PluginStorageOptions> options, TimeProvider timeProvider)
    : HostInterface<StorageFunctions>(
        "storage",
        Function("get", storage => storage.Get),
        Function("set", storage => storage.Set),
        Function("delete", storage => storage.Delete),
        Function("list", storage => storage.ListKeys),
        Function("compare-and-set", storage => storage.CompareAndSet),
        Function("get-bytes", storage => storage.GetBytes),
        Function("set-bytes", storage => storage.SetBytes))
{
    /// <inheritdoc />
    protected override StorageFunctions CreateInstance(InstanceScope scope) => new(scope.Context, store, options.Value, timeProvider);

    private static HostFunction<StorageFunctions> Function(string name, Func<StorageFunctions, HostHandler> handler) =>
        new(name, handler) { Permission = PermissionNames.Storage };
}

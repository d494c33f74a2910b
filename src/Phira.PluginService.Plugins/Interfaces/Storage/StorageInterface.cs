namespace Phira.PluginService.Plugins.Interfaces.Storage;

/// <summary>The interface <c>storage</c>.</summary>
internal static class StorageInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "storage",
        new HostFunction("get", Handler: null),
        new HostFunction("set", Handler: null),
        new HostFunction("delete", Handler: null),
        new HostFunction("list", Handler: null),
        new HostFunction("compare-and-set", Handler: null),
        new HostFunction("get-bytes", Handler: null),
        new HostFunction("set-bytes", Handler: null));
}

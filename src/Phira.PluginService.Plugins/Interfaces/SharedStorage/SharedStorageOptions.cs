using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.SharedStorage;

/// <summary>Settings of the interface <c>shared-storage</c>.</summary>
public sealed class SharedStorageOptions : IInterfaceOptions
{
    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>
    /// Bytes that the keys and values in the shared space of one plugin may have together, with 64 for each entry. Default 1 MiB.
    /// </summary>
    public long SharedStorageBytes { get; set; } = 1L << 20;

    /// <summary>Bytes that one value in a shared space may have. Default 64 KiB.</summary>
    public int SharedStorageValueBytes { get; set; } = 64 << 10;

    /// <inheritdoc />
    public void Check(SettingProblems problems)
    {
        problems.RequireRange(SharedStorageBytes, 0, 1L << 30, "shared_storage_bytes");
        problems.RequireRange(SharedStorageValueBytes, 0, 1 << 30, "shared_storage_value_bytes");
    }
}

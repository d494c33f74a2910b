using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.Storage;

/// <summary>Settings of the interface <c>storage</c>.</summary>
public sealed class PluginStorageOptions : IInterfaceOptions
{
    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Bytes that the keys and values in the storage of one plugin may have together. Default 16 MiB.</summary>
    public long StorageBytes { get; set; } = 16L << 20;

    /// <summary>Bytes that one value in the storage may have. Default 1 MiB.</summary>
    public int StorageValueBytes { get; set; } = 1 << 20;

    /// <inheritdoc />
    public void Check(SettingProblems problems)
    {
        problems.RequireRange(StorageBytes, 0, 1L << 40, "storage_bytes");
        problems.RequireRange(StorageValueBytes, 0, 1 << 30, "storage_value_bytes");
    }
}

using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Storage;

/// <summary>Recognises a disk that has no room left, or a quota that is used up, in what the system reports about a file.</summary>
public static class FullDisk
{
    // ENOSPC; EDQUOT, which is 122 on Linux and 69 on macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private const int NoSpace = 28;
    private const int QuotaOnLinux = 122;
    private const int QuotaOnMacOS = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>Whether an exception means that the disk is full.</summary>
    /// <param name="exception">The exception of a file operation.</param>
    public static bool Explains(Exception exception) => exception is IOException && exception.HResult switch
    {
        WindowsDiskFull or WindowsHandleDiskFull => OperatingSystem.IsWindows(),
        NoSpace => !OperatingSystem.IsWindows(),
        QuotaOnLinux => OperatingSystem.IsLinux(),
        QuotaOnMacOS => OperatingSystem.IsMacOS(),
        _ => false,
    };

    /// <summary>Describes a full disk.</summary>
    /// <param name="path">The file or directory that could not be written.</param>
    public static Error Describe(string path) =>
        new(DiskErrors.Full, path, LocalizedText.Of("disk.no_space"));
}

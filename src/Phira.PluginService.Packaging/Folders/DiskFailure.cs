using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Packaging.Archive;

namespace Phira.PluginService.Packaging.Folders;

/// <summary>Errors of failed operations on files.</summary>
internal static class DiskFailure
{
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException;

    public static Error Of(Exception exception, string directory) => FullDisk.Explains(exception)
        ? FullDisk.Describe(directory)
        : new Error(PackageErrors.DiskFailed, exception.Message);
}

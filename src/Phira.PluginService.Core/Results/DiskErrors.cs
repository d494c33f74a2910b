namespace Phira.PluginService.Core.Results;

/// <summary>Failures of the disk.</summary>
public static class DiskErrors
{
    /// <summary>{0}: file or directory. {1}: what the operating system said.</summary>
    public static readonly ErrorCode Full = new("storage.full", ErrorKind.InsufficientStorage);
}

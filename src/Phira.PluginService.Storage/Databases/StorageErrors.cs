using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Storage.Databases;

/// <summary>Reasons why the service's own files cannot be used. They stop the service at its start.</summary>
internal static class StorageErrors
{
    /// <summary>{0}: file or directory. {1}: what the operating system said.</summary>
    public static readonly ErrorCode Unusable = new("storage.unusable", ErrorKind.Internal);

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode InUse = new("storage.in_use", ErrorKind.Conflict);

    /// <summary>{0}: file. {1}: what was found.</summary>
    public static readonly ErrorCode Damaged = new("storage.damaged", ErrorKind.Internal);

    /// <summary>{0}: file. {1}: names of the unknown migrations.</summary>
    public static readonly ErrorCode NewerSchema = new("storage.newer_schema", ErrorKind.Conflict);
}

using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Storage.Databases;

/// <summary>
/// Reasons why the service's own files or its database cannot be used. They stop the service at its start; those of a database server also refuse
/// operations while it runs.
/// </summary>
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

    /// <summary>{0}: server and database. {1}: what the network or the server said.</summary>
    public static readonly ErrorCode Unreachable = new("storage.unreachable", ErrorKind.Unavailable);

    /// <summary>{0}: server and database. {1}: what the server said.</summary>
    public static readonly ErrorCode DatabaseRefused = new("storage.database_refused", ErrorKind.Unavailable);

    /// <summary>{0}: server and database.</summary>
    public static readonly ErrorCode ReadOnly = new("storage.read_only", ErrorKind.Unavailable);

    /// <summary>{0}: server and database.</summary>
    public static readonly ErrorCode DatabaseInUse = new("storage.database_in_use", ErrorKind.Unavailable);

    /// <summary>{0}: server and database. {1}: what is missing.</summary>
    public static readonly ErrorCode UnsupportedServer = new("storage.unsupported_server", ErrorKind.Internal);
}

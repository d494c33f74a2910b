using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Archive;

/// <summary>Problems of packed plugins and of the versions that are kept.</summary>
internal static class PackageErrors
{
    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Refused = new("package.refused", ErrorKind.Unprocessable);

    /// <summary>{0}: what is wrong.</summary>
    public static readonly ErrorCode NotAnArchive = new("package.not_an_archive", ErrorKind.Unprocessable);

    /// <summary>{0}: largest size in bytes.</summary>
    public static readonly ErrorCode TooLarge = new("package.too_large", ErrorKind.Unprocessable);

    /// <summary>{0}: number of entries; {1}: largest number.</summary>
    public static readonly ErrorCode TooManyEntries = new("package.too_many_entries", ErrorKind.Unprocessable);

    /// <summary>{0}: largest size in bytes.</summary>
    public static readonly ErrorCode FileTooLarge = new("package.file_too_large", ErrorKind.Unprocessable);

    /// <summary>{0}: largest size in bytes.</summary>
    public static readonly ErrorCode UnpacksTooLarge = new("package.unpacks_too_large", ErrorKind.Unprocessable);

    /// <summary>{0}: largest ratio.</summary>
    public static readonly ErrorCode RatioTooHigh = new("package.ratio_too_high", ErrorKind.Unprocessable);

    /// <summary>{0}: the path, made printable; {1}: what is wrong with it, in words.</summary>
    public static readonly ErrorCode BadPath = new("package.bad_path", ErrorKind.Unprocessable);

    /// <summary>{0}: the path, made printable; {1}: why, in words.</summary>
    public static readonly ErrorCode LeftOut = new("package.left_out", ErrorKind.Unprocessable);

    /// <summary>{0}: the path; {1}: the path it collides with.</summary>
    public static readonly ErrorCode DuplicatePath = new("package.duplicate_path", ErrorKind.Unprocessable);

    /// <summary>{0}: the path.</summary>
    public static readonly ErrorCode SpecialEntry = new("package.special_entry", ErrorKind.Unprocessable);

    /// <summary>{0}: the path.</summary>
    public static readonly ErrorCode Encrypted = new("package.encrypted", ErrorKind.Unprocessable);

    /// <summary>{0}: the path; {1}: number of the method.</summary>
    public static readonly ErrorCode UnknownCompression = new("package.unknown_compression", ErrorKind.Unprocessable);

    /// <summary>{0}: the path; {1}: what is wrong.</summary>
    public static readonly ErrorCode DamagedEntry = new("package.damaged_entry", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NoRoot = new("package.no_root", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NeedsManifest = new("package.needs_manifest", ErrorKind.Unprocessable);

    /// <summary>{0}: plugin name.</summary>
    public static readonly ErrorCode NotLoose = new("package.not_loose", ErrorKind.Conflict);

    /// <summary>{0}: plugin name.</summary>
    public static readonly ErrorCode NameInUse = new("package.name_in_use", ErrorKind.Conflict);

    /// <summary>{0}: plugin name; {1}: version asked for.</summary>
    public static readonly ErrorCode VersionNotFound = new("package.version_not_found", ErrorKind.NotFound);

    /// <summary>{0}: plugin name.</summary>
    public static readonly ErrorCode NoVersion = new("package.no_version", ErrorKind.NotFound);

    /// <summary>{0}: plugin name.</summary>
    public static readonly ErrorCode ChangedMeanwhile = new("package.changed_meanwhile", ErrorKind.Conflict);

    /// <summary>{0}: folder; {1}: what is wrong.</summary>
    public static readonly ErrorCode NotKept = new("package.not_kept", ErrorKind.Unprocessable);

    /// <summary>{0}: what the operating system says.</summary>
    public static readonly ErrorCode DiskFailed = new("package.disk_failed", ErrorKind.Unavailable);

    /// <summary>{0}: the export.</summary>
    public static readonly ErrorCode UnusedExport = new("package.unused_export", ErrorKind.Unprocessable);
}

using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>Problems of the service's own configuration: file, environment and command line.</summary>
internal static class SettingsErrors
{
    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Invalid = new("settings.invalid", ErrorKind.Unprocessable);

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode FileMissing = new("settings.file_missing", ErrorKind.NotFound);

    /// <summary>{0}: what the operating system said.</summary>
    public static readonly ErrorCode FileUnreadable = new("settings.file_unreadable", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NotUtf8 = new("settings.not_utf8", ErrorKind.Unprocessable);

    /// <summary>{0}: what the parser says.</summary>
    public static readonly ErrorCode Syntax = new("settings.syntax", ErrorKind.Unprocessable);

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode DuplicateKey = new("settings.duplicate_key", ErrorKind.Unprocessable);

    /// <summary>{0}: variable; {1}: another variable for the same setting.</summary>
    public static readonly ErrorCode GivenTwice = new("settings.given_twice", ErrorKind.Unprocessable);

    /// <summary>{0}: key, variable or switch as written; {1}: the nearest known one.</summary>
    public static readonly ErrorCode UnknownKey = new("settings.unknown_key", ErrorKind.Unprocessable);

    /// <summary>{0}: key, variable or switch; {1}: expected type, in words; {2}: what was found.</summary>
    public static readonly ErrorCode WrongType = new("settings.wrong_type", ErrorKind.Unprocessable);

    /// <summary>{0}: the rule broken, in words.</summary>
    public static readonly ErrorCode BadValue = new("settings.bad_value", ErrorKind.Unprocessable);

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode MigrationSourceMissing = new("settings.migration_source_missing", ErrorKind.NotFound);

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode MigrationNothingFound = new("settings.migration_nothing_found", ErrorKind.Unprocessable);

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode MigrationTargetExists = new("settings.migration_target_exists", ErrorKind.Conflict);

    /// <summary>{0}: file read; {1}: file to be written; {2}: what the operating system said.</summary>
    public static readonly ErrorCode MigrationFailed = new("settings.migration_failed", ErrorKind.Unprocessable);

    /// <summary>{0}: switch; {1}: what belongs after it.</summary>
    public static readonly ErrorCode ValueMissing = new("settings.value_missing", ErrorKind.InvalidArgument);

    /// <summary>{0}: switch.</summary>
    public static readonly ErrorCode ValueUnexpected = new("settings.value_unexpected", ErrorKind.InvalidArgument);

    /// <summary>{0}: argument.</summary>
    public static readonly ErrorCode ArgumentUnexpected = new("settings.argument_unexpected", ErrorKind.InvalidArgument);
}

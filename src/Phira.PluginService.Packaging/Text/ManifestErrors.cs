using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Text;

/// <summary>Problems of a <c>plugin.toml</c>.</summary>
internal static class ManifestErrors
{
    /// <summary>{0}: folder.</summary>
    public static readonly ErrorCode Missing = new("manifest.missing", ErrorKind.Unprocessable);

    /// <summary>{0}: what the operating system says.</summary>
    public static readonly ErrorCode Unreadable = new("manifest.unreadable", ErrorKind.Unprocessable);

    /// <summary>{0}: largest size in bytes.</summary>
    public static readonly ErrorCode TooLarge = new("manifest.too_large", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NotUtf8 = new("manifest.not_utf8", ErrorKind.Unprocessable);

    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Invalid = new("manifest.invalid", ErrorKind.Unprocessable);

    /// <summary>{0}: what the TOML parser says.</summary>
    public static readonly ErrorCode Syntax = new("manifest.syntax", ErrorKind.Unprocessable);

    /// <summary>{0}: deepest nesting.</summary>
    public static readonly ErrorCode TooDeep = new("manifest.too_deep", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: nearest known key.</summary>
    public static readonly ErrorCode UnknownKey = new("manifest.unknown_key", ErrorKind.Unprocessable);

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode HostKey = new("manifest.host_key", ErrorKind.Unprocessable);

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode DuplicateKey = new("manifest.duplicate_key", ErrorKind.Unprocessable);

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode MissingKey = new("manifest.missing_key", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: expected type; {2}: type found.</summary>
    public static readonly ErrorCode WrongType = new("manifest.wrong_type", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value; {2}: an example.</summary>
    public static readonly ErrorCode BadAmount = new("manifest.bad_amount", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadName = new("manifest.bad_name", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadVersion = new("manifest.bad_version", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadRange = new("manifest.bad_range", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadFileName = new("manifest.bad_file_name", ErrorKind.Unprocessable);

    /// <summary>{0}: value.</summary>
    public static readonly ErrorCode BadEntryPoint = new("manifest.bad_entry_point", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadUrl = new("manifest.bad_url", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadHost = new("manifest.bad_host", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value; {2}: smallest; {3}: largest.</summary>
    public static readonly ErrorCode OutOfRange = new("manifest.out_of_range", ErrorKind.Unprocessable);

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode Empty = new("manifest.empty_value", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: largest length.</summary>
    public static readonly ErrorCode TooLong = new("manifest.too_long", ErrorKind.Unprocessable);

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode NotANumber = new("manifest.not_a_number", ErrorKind.Unprocessable);

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode RefersToItself = new("manifest.refers_to_itself", ErrorKind.Unprocessable);

    /// <summary>{0}: version asked for; {1}: version of this host.</summary>
    public static readonly ErrorCode AbiUnsupported = new("manifest.abi_unsupported", ErrorKind.Unprocessable);

    /// <summary>{0}: version asked for; {1}: version of this host.</summary>
    public static readonly ErrorCode HostTooOld = new("manifest.host_too_old", ErrorKind.Unprocessable);

    /// <summary>{0}: limit; {1}: value asked for; {2}: maximum of the host.</summary>
    public static readonly ErrorCode LimitAboveMaximum = new("manifest.limit_above_maximum", ErrorKind.Unprocessable);

    /// <summary>{0}: limit; {1}: value; {2}: minimum.</summary>
    public static readonly ErrorCode LimitBelowMinimum = new("manifest.limit_below_minimum", ErrorKind.Unprocessable);

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode ProtectionAlwaysOn = new("manifest.protection_always_on", ErrorKind.Unprocessable);

    /// <summary>{0}: number of limits.</summary>
    public static readonly ErrorCode LimitsRefused = new("manifest.limits_refused", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: tag.</summary>
    public static readonly ErrorCode BadLanguage = new("manifest.bad_language", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value; {2}: what it may be.</summary>
    public static readonly ErrorCode BadChoice = new("manifest.bad_choice", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadPageId = new("manifest.bad_page_id", ErrorKind.Unprocessable);

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadPagePath = new("manifest.bad_page_path", ErrorKind.Unprocessable);
}

using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>Problems of the file that holds a plugin's component.</summary>
internal static class ComponentFileErrors
{
    /// <summary>{0}: path.</summary>
    public static readonly ErrorCode Missing = new("component.missing", ErrorKind.Unprocessable);

    /// <summary>{0}: folder; {1}: file names.</summary>
    public static readonly ErrorCode Ambiguous = new("component.ambiguous", ErrorKind.Unprocessable);

    /// <summary>{0}: what the operating system says.</summary>
    public static readonly ErrorCode Unreadable = new("component.unreadable", ErrorKind.Unprocessable);

    /// <summary>{0}: size in bytes; {1}: largest size in bytes.</summary>
    public static readonly ErrorCode TooLarge = new("component.too_large", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode TextFormat = new("component.text_format", ErrorKind.Unprocessable);

    /// <summary>{0}: four bytes in hexadecimal.</summary>
    public static readonly ErrorCode UnknownEncoding = new("component.unknown_encoding", ErrorKind.Unprocessable);
}

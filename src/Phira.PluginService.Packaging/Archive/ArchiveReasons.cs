using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Archive;

/// <summary>Reasons for which an archive is refused, as texts.</summary>
internal static class ArchiveReasons
{
    public static readonly LocalizedText NoEnd = LocalizedText.Of("archive.no_end");
    public static readonly LocalizedText SeveralParts = LocalizedText.Of("archive.several_parts");
    public static readonly LocalizedText LargeForm = LocalizedText.Of("archive.large_form");
    public static readonly LocalizedText DirectoryDamaged = LocalizedText.Of("archive.directory_damaged");

    public static readonly LocalizedText HeaderMissing = LocalizedText.Of("archive.header_missing");
    public static readonly LocalizedText HeaderDiffers = LocalizedText.Of("archive.header_differs");
    public static readonly LocalizedText Overlaps = LocalizedText.Of("archive.overlaps");
    public static readonly LocalizedText CannotInflate = LocalizedText.Of("archive.cannot_inflate");
    public static readonly LocalizedText WrongSize = LocalizedText.Of("archive.wrong_size");
    public static readonly LocalizedText WrongCrc = LocalizedText.Of("archive.wrong_crc");

    public static readonly LocalizedText NotText = LocalizedText.Of("archive.not_text");
    public static readonly LocalizedText EmptyName = LocalizedText.Of("archive.empty_name");
    public static readonly LocalizedText Absolute = LocalizedText.Of("archive.absolute");
    public static readonly LocalizedText Climbs = LocalizedText.Of("archive.climbs");
    public static readonly LocalizedText Backslash = LocalizedText.Of("archive.backslash");
    public static readonly LocalizedText Control = LocalizedText.Of("archive.control");
    public static readonly LocalizedText BadCharacter = LocalizedText.Of("archive.bad_character");
    public static readonly LocalizedText Reserved = LocalizedText.Of("archive.reserved");
    public static readonly LocalizedText BadEnd = LocalizedText.Of("archive.bad_end");
    public static readonly LocalizedText TooLong = LocalizedText.Of("archive.too_long");
    public static readonly LocalizedText TooDeep = LocalizedText.Of("archive.too_deep");

    /// <summary>An error about an archive as a whole.</summary>
    public static Error NotAnArchive(LocalizedText reason) =>
        new(PackageErrors.NotAnArchive, reason);

    /// <summary>An error about one entry.</summary>
    /// <param name="path">The path as people may see it.</param>
    public static Error OfEntry(ErrorCode code, string path, LocalizedText reason) => new(code, path, reason)
    {
        Location = new(path),
    };
}

using System.Security;
using System.Text;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Text;

/// <summary>Reads small text files from folders that anybody may have written.</summary>
internal static class TextFile
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="missing">The error for a file that does not exist.</param>
    /// <returns>The text without byte order mark, or the reason why it cannot be read. Never throws for anything on disk.</returns>
    public static Result<string> Read(string path, int maximumBytes, Error missing)
    {
        try
        {
            return ReadAll(path, maximumBytes) is { } text
                ? text
                : new Error(ManifestErrors.TooLarge, $"{maximumBytes}") { Location = new(path) };
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return missing;
        }
        catch (DecoderFallbackException)
        {
            return new Error(ManifestErrors.NotUtf8) { Location = new(path) };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            return new Error(ManifestErrors.Unreadable, exception.Message) { Location = new(path) };
        }
    }

    private static string? ReadAll(string path, int maximumBytes)
    {
        var file = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
        if (file.Length == 0)
        {
            // Opening a pipe or a device, which also have no length, could wait for ever.
            return "";
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[maximumBytes + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count > maximumBytes ? null : StrictText.Decode(bytes.AsSpan(0, count));
    }
}

using System.Security;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>
/// Reads components, and finds out what is wrong with a file before the runtime sees it. Never throws for anything on disk.
/// </summary>
internal static class ComponentFile
{
    /// <summary>The largest component in bytes.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>Checks a file without reading all of it.</summary>
    public static Result Check(string path)
    {
        var result = Open<bool>(path, (handle, length) =>
            ComponentFormat.Check((offset, buffer) => RandomAccess.Read(handle, buffer, offset), length, path) is { } error
                ? error
                : true);
        return result.Error is null ? Result.Success : result.Error;
    }

    /// <summary>Returns the number of bytes that reading a component takes; zero when there is no such file.</summary>
    public static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? Math.Min(file.Length, MaximumBytes) : 0;

    /// <summary>Reads a component. What was checked is what is returned, even if the file changes meanwhile.</summary>
    public static Result<ComponentImage> Read(string path) => Open<ComponentImage>(path, (handle, length) =>
    {
        var bytes = new byte[length];
        var count = Fill(handle, bytes);
        var image = bytes.AsMemory(0, count);
        return ComponentFormat.Check(image, path) is { } error
            ? error
            : new ComponentImage(path, image, Convert.ToHexStringLower(SHA256.HashData(image.Span)));
    });

    private static Result<T> Open<T>(string path, Func<SafeFileHandle, long, Result<T>> use)
    {
        try
        {
            var file = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
            switch (file.Length)
            {
                case 0:
                    // Opening a pipe or a device, which also have no length, could wait for ever.
                    return new Error(ComponentErrors.Truncated, "0") { Location = new(path) };
                case > MaximumBytes:
                    return new Error(ComponentFileErrors.TooLarge, $"{file.Length}", $"{MaximumBytes}") { Location = new(path) };
            }

            using var handle = File.OpenHandle(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
            return use(handle, file.Length);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Error(ComponentFileErrors.Missing, path) { Location = new(path) };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            return new Error(ComponentFileErrors.Unreadable, exception.Message) { Location = new(path) };
        }
    }

    private static int Fill(SafeFileHandle handle, byte[] bytes)
    {
        var count = 0;
        while (count < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(count), count) is var read and > 0)
        {
            count += read;
        }

        return count;
    }
}

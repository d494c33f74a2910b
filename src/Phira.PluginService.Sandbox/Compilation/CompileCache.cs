using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>
/// Machine code of components, kept between runs. It is executed as it is, so it is taken only from a directory that nobody else can
/// write to and only when its checksum holds. Anything doubtful counts as absent.
/// </summary>
internal sealed partial class CompileCache
{
    private const string Extension = ".cwasm";
    private const string RefusalExtension = ".refused";
    private const int MaximumEntries = 256;
    private const long DefaultMaximumBytes = 1L << 30;
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromHours(1);
    private static readonly byte[] Magic = "PHCACHE1"u8.ToArray();

    private readonly string _directory;
    private readonly ILogger<CompileCache> _logger;
    private readonly Lazy<bool> _usable;
    private readonly ConcurrentDictionary<string, CompileRefusal> _refusals = [];

    /// <param name="directory">The directory of the cache; created when needed.</param>
    public CompileCache(string directory, ILogger<CompileCache> logger)
    {
        _directory = directory;
        _logger = logger;
        _usable = new Lazy<bool>(Prepare);
    }

    /// <summary>Greatest size of all entries together, in bytes. The entries that were not used for the longest time are removed.</summary>
    public long MaximumBytes { get; init; } = DefaultMaximumBytes;

    /// <summary>The name under which a component is kept: its content and everything that decides its machine code.</summary>
    public static string KeyOf(ReadOnlySpan<byte> component, string settings)
    {
        const int SettingsCharacters = 16;
        var content = Convert.ToHexStringLower(SHA256.HashData(component));
        return $"{content}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings)))[..SettingsCharacters]}";
    }

    /// <summary>Whether there is an entry, whatever it is worth.</summary>
    public bool Contains(string key) => _usable.Value && File.Exists(PathOf(key));

    /// <summary>Reads an entry.</summary>
    /// <returns>The machine code, or null when there is none that can be trusted.</returns>
    public byte[]? Read(string key)
    {
        var path = PathOf(key);
        if (!_usable.Value || !File.Exists(path))
        {
            return null;
        }

        try
        {
            var bytes = File.ReadAllBytes(path);
            var header = Magic.Length + SHA256.HashSizeInBytes;
            if (bytes.Length > header
                && bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic)
                && SHA256.HashData(bytes.AsSpan(header)).AsSpan().SequenceEqual(bytes.AsSpan(Magic.Length, SHA256.HashSizeInBytes)))
            {
                NoteUse(path);
                return bytes[header..];
            }

            Log.EntryDamaged(_logger, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.EntryUnreadable(_logger, path, exception);
        }

        return null;
    }

    /// <summary>Writes an entry, whole or not at all. A failure is logged: the service works without a cache.</summary>
    public void Write(string key, ReadOnlySpan<byte> code)
    {
        if (!_usable.Value)
        {
            return;
        }

        WriteWhole(PathOf(key), [.. Magic, .. SHA256.HashData(code)], code);
        _refusals.TryRemove(key, out _);
        Delete(PathOf(key, RefusalExtension));
    }

    /// <summary>Finds the refusal to compile a component.</summary>
    /// <returns>The refusal; null when the component was not refused.</returns>
    public CompileRefusal? FindRefusal(string key)
    {
        if (_refusals.TryGetValue(key, out var known))
        {
            return known;
        }

        var path = PathOf(key, RefusalExtension);
        if (!_usable.Value || !File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<CompileRefusal>(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            Log.EntryUnreadable(_logger, path, exception);
            return null;
        }
    }

    /// <summary>Keeps the refusal to compile a component; without a usable directory as long as the service runs.</summary>
    public void WriteRefusal(string key, CompileRefusal refusal)
    {
        if (_refusals.Count < MaximumEntries)
        {
            _refusals[key] = refusal;
        }

        if (_usable.Value)
        {
            WriteWhole(PathOf(key, RefusalExtension), [], JsonSerializer.SerializeToUtf8Bytes(refusal));
        }
    }

    private void WriteWhole(string path, ReadOnlySpan<byte> header, ReadOnlySpan<byte> content)
    {
        var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(header);
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            RemoveOldest(Extension);
            RemoveOldest(RefusalExtension);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.EntryNotWritten(_logger, temporary, exception);
            Delete(temporary);
        }
    }

    /// <summary>Removes an entry that the engine did not accept.</summary>
    public void Remove(string key)
    {
        var path = PathOf(key);
        Log.EntryRefused(_logger, path);
        Delete(path);
    }

    private void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.EntryUnreadable(_logger, path, exception);
        }
    }

    private string PathOf(string key, string extension = Extension) => Path.Combine(_directory, key + extension);

    private bool Prepare()
    {
        try
        {
            // Only the owner can change the mode, so this also proves whose directory it is. Where the file system refuses it to everybody, a directory
            // that only its owner may write to, and that we can write to, is ours.
            if (!OwnerOnlyFiles.TryCreateOrRestrictDirectory(_directory))
            {
                Probe();
            }

            if (OwnerOnlyFiles.IsWritableByOthers(_directory))
            {
                Log.DirectoryOpen(_logger, _directory);
                return false;
            }

            RemoveLeftovers();

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.DirectoryUnusable(_logger, _directory, exception);
            return false;
        }
    }

    private void Probe()
    {
        var probe = Path.Combine(_directory, $"{Guid.NewGuid():n}.tmp");
        OwnerOnlyFiles.Write(probe, []);
        File.Delete(probe);
    }

    // Another service may be writing into the same directory just now; what it writes is young.
    private void RemoveLeftovers()
    {
        var before = (TimeProvider.System.GetUtcNow() - LeftoverAge).UtcDateTime;
        foreach (var leftover in new DirectoryInfo(_directory).EnumerateFiles("*.tmp").Where(file => file.LastWriteTimeUtc < before))
        {
            leftover.Delete();
        }
    }

    private void RemoveOldest(string extension)
    {
        var (entries, bytes) = (0, 0L);
        foreach (var file in new DirectoryInfo(_directory).EnumerateFiles("*" + extension).OrderByDescending(file => file.LastWriteTimeUtc))
        {
            bytes += file.Length;
            if (++entries > MaximumEntries || (entries > 1 && bytes > MaximumBytes))
            {
                file.Delete();
            }
        }
    }

    // The time of the last access is not kept on most systems.
    private static void NoteUse(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It counts as unused.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "Compiled component {Path} is damaged; compiling again")]
        public static partial void EntryDamaged(ILogger logger, string path);

        [LoggerMessage(EventId = 4003, Level = LogLevel.Information, Message = "Compiled component {Path} does not fit this engine; compiling again")]
        public static partial void EntryRefused(ILogger logger, string path);

        [LoggerMessage(EventId = 4004, Level = LogLevel.Warning, Message = "Compiled component {Path} cannot be read")]
        public static partial void EntryUnreadable(ILogger logger, string path, Exception exception);

        [LoggerMessage(EventId = 4005, Level = LogLevel.Warning, Message = "Compiled component {Path} cannot be written")]
        public static partial void EntryNotWritten(ILogger logger, string path, Exception exception);

        [LoggerMessage(
            EventId = 4006,
            Level = LogLevel.Warning,
            Message = "Compiled components are not kept: {Directory} cannot be used")]
        public static partial void DirectoryUnusable(ILogger logger, string directory, Exception exception);

        [LoggerMessage(
            EventId = 4022,
            Level = LogLevel.Warning,
            Message = "Compiled components are not kept, so that every start compiles them: {Directory} cannot be made a directory that only this account writes to, and what is in it would be executed. Set plugins.cache_directory to one on another file system")]
        public static partial void DirectoryOpen(ILogger logger, string directory);
    }
}

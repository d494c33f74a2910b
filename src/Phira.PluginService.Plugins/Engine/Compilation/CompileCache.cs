using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Phira.PluginService.Plugins.Engine.Compilation;

/// <summary>
/// Machine code of components, kept between runs. It is executed as it is, so it is taken only from a directory that nobody else can
/// write to and only when its checksum holds. Anything doubtful counts as absent.
/// </summary>
internal sealed partial class CompileCache
{
    private const string Extension = ".cwasm";
    private const int MaximumEntries = 256;
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromHours(1);
    private static readonly byte[] Magic = "PHCACHE1"u8.ToArray();

    private readonly string _directory;
    private readonly ILogger<CompileCache> _logger;
    private readonly Lazy<bool> _usable;

    /// <summary>Creates a cache.</summary>
    /// <param name="directory">Where it lives; created when needed.</param>
    /// <param name="logger">For what is wrong with it.</param>
    public CompileCache(string directory, ILogger<CompileCache> logger)
    {
        _directory = directory;
        _logger = logger;
        _usable = new Lazy<bool>(Prepare);
    }

    /// <summary>The name under which a component is kept: its content and everything that decides its machine code.</summary>
    /// <param name="component">The component's bytes.</param>
    /// <param name="settings">The engine's settings and version.</param>
    public static string KeyOf(ReadOnlySpan<byte> component, string settings)
    {
        const int SettingsCharacters = 16;
        var content = Convert.ToHexStringLower(SHA256.HashData(component));
        return $"{content}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings)))[..SettingsCharacters]}";
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="key">Its name.</param>
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
    /// <param name="key">Its name.</param>
    /// <param name="code">The machine code.</param>
    public void Write(string key, ReadOnlySpan<byte> code)
    {
        if (!_usable.Value)
        {
            return;
        }

        var temporary = Path.Combine(_directory, $"{key}.{Guid.NewGuid():n}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(Magic);
                file.Write(SHA256.HashData(code));
                file.Write(code);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, PathOf(key), overwrite: true);
            RemoveOldest();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.EntryNotWritten(_logger, temporary, exception);
            File.Delete(temporary);
        }
    }

    /// <summary>Removes an entry that the engine did not accept.</summary>
    /// <param name="key">Its name.</param>
    public void Remove(string key)
    {
        var path = PathOf(key);
        Log.EntryRefused(_logger, path);
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.EntryUnreadable(_logger, path, exception);
        }
    }

    private string PathOf(string key) => Path.Combine(_directory, key + Extension);

    private bool Prepare()
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        try
        {
            if (OperatingSystem.IsWindows())
            {
                // A directory below the user's data inherits the user's access list.
                Directory.CreateDirectory(_directory);
                return true;
            }

            Directory.CreateDirectory(_directory, OwnerOnly);

            // Only the owner can change the mode, so this also proves whose directory it is.
            File.SetUnixFileMode(_directory, OwnerOnly);
            RemoveLeftovers();

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.DirectoryUnusable(_logger, _directory, exception);
            return false;
        }
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

    private void RemoveOldest()
    {
        var superfluous = new DirectoryInfo(_directory).EnumerateFiles("*" + Extension)
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .Skip(MaximumEntries);
        foreach (var file in superfluous)
        {
            file.Delete();
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
            Message = "Compiled components are not kept: {Directory} cannot be made a directory for this user alone")]
        public static partial void DirectoryUnusable(ILogger logger, string directory, Exception exception);
    }
}

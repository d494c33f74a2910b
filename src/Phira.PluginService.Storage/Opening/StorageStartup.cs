using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Storage.Health;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.Opening;

/// <summary>Owns the data directory: no second process works on the same files while this object lives.</summary>
internal sealed partial class StorageStartup(
    IServiceDatabase database, StorageHealth health, IOptions<StorageOptions> options, ILogger<StorageStartup> logger) : IStorageStartup, IAsyncDisposable
{
    private readonly StorageOptions _options = options.Value;
    private FileStream? _directoryLock;

    /// <summary>Whether <see cref="PrepareAsync"/> succeeded.</summary>
    public bool IsPrepared { get; private set; }

    public async Task<Result> PrepareAsync(CancellationToken cancellationToken)
    {
        if (IsPrepared)
        {
            return Result.Success;
        }

        var taken = TakeDirectory();
        if (!taken.IsSuccess)
        {
            return taken;
        }

        var opened = await OpenAsync(cancellationToken);
        if (!opened.IsSuccess)
        {
            await CloseAsync();
            return opened;
        }

        health.Begin();
        IsPrepared = true;
        return Result.Success;
    }

    public async ValueTask DisposeAsync()
    {
        IsPrepared = false;
        await CloseAsync();
    }

    private async Task CloseAsync()
    {
        await database.CloseAsync();
        ReleaseDirectory();
    }

    private async Task<Result> OpenAsync(CancellationToken cancellationToken)
    {
        var created = database.CreateFiles();
        if (!created.IsSuccess)
        {
            return created;
        }

        var opened = await database.OpenAsync(cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        Log.Opened(logger, database.Location, opened.Value);
        return Result.Success;
    }

    private Result TakeDirectory()
    {
        var current = _options.DataDirectory;
        try
        {
            OwnerOnlyFiles.CreateDirectory(current);
            current = _options.LockPath;
            _directoryLock = OwnerOnlyFiles.Open(current, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return Result.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReleaseDirectory();
            return IsHeldByAnother(exception)
                ? new Error(StorageErrors.InUse, Path.GetFullPath(_options.DataDirectory))
                : new Error(StorageErrors.Unusable, Path.GetFullPath(current), exception.Message);
        }
    }

    private void ReleaseDirectory()
    {
        _directoryLock?.Dispose();
        _directoryLock = null;
    }

    private static bool IsHeldByAnother(Exception exception)
    {
        // ERROR_SHARING_VIOLATION; EWOULDBLOCK, which is 11 on Linux and 35 on macOS.
        const int WindowsSharingViolation = unchecked((int)0x80070020);
        return exception is IOException && exception.HResult is WindowsSharingViolation or 11 or 35;
    }

    private static partial class Log
    {
        [LoggerMessage(3000, LogLevel.Information, "storage opened path={Path} migrations={Migrations}")]
        public static partial void Opened(ILogger logger, string path, int migrations);
    }
}

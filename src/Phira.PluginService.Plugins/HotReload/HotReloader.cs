using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.HotReload;

/// <summary>
/// Follows the plugins directory while the service runs: it looks through it regularly, and at once when the system tells of a change. A
/// look reads names, sizes and times; only folders that have changed are read.
/// </summary>
internal sealed partial class HotReloader(
    PluginStartup startup,
    FolderFollower follower,
    IFolderNotifications notifications,
    IOptions<PluginsOptions> options,
    TimeProvider timeProvider,
    ILogger<HotReloader> logger)
    : IHostedLifecycleService, IDisposable
{

    // Programs that write a lot at once must not make it look all the time.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);

    private readonly PluginsOptions _options = options.Value;
    private readonly CancellationTokenSource _stopping = new();

    // One wish to look is enough, however many ask for it.
    private readonly Channel<bool> _wishes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private DirectoryWatch? _watch;
    private Task _following = Task.CompletedTask;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // Before the plugins are loaded: what changes while they are differs from what is noted here.
        _watch = new DirectoryWatch(
            PluginFolders.Catalog(_options),
            _options.HotReload,
            timeProvider,
            TakeAsync);
        _watch.Begin();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _following = Task.Run(() => FollowAsync(_watch!, _stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _following;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _stopping.Dispose();

    private async Task FollowAsync(DirectoryWatch watch, CancellationToken cancellationToken)
    {
        IDisposable? subscription = null;
        try
        {
            await startup.Loading.WaitAsync(cancellationToken);
            await using var timer = timeProvider.CreateTimer(
                _ => Wake(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            while (true)
            {
                // Again and again: the directory may not exist yet, and the system may have no notifications to give at the moment.
                subscription ??= Directory.Exists(_options.Directory) ? notifications.Begin(_options.Directory, Wake) : null;
                var soon = await watch.LookAsync();
                timer.Change(soon ? SoonerPause : _options.HotReload.PollInterval, Timeout.InfiniteTimeSpan);
                await _wishes.Reader.ReadAsync(cancellationToken);
                await Task.Delay(ShortestPause, timeProvider, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
        catch (Exception exception)
        {
            Log.Ended(logger, exception);
        }
        finally
        {
            subscription?.Dispose();
        }
    }

    /// <summary>Two looks at least fall into the debounce time.</summary>
    private TimeSpan SoonerPause =>
        _options.HotReload.DebounceDelay / 2 < _options.HotReload.PollInterval ? _options.HotReload.DebounceDelay / 2 : _options.HotReload.PollInterval;

    private void Wake() => _wishes.Writer.TryWrite(true);

    private async Task<bool> TakeAsync(string folder, bool final)
    {
        // Never on the thread that looks: reading and compiling may take long.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var cause = ChangeCause.ByService(
                ChangeSource.HotReload,
                LocalizedText.Of("cause.folder_changed", Path.GetFileName(folder)),
                $"{Guid.CreateVersion7(timeProvider.GetUtcNow()):N}");
            return await follower.FollowAsync(folder, final, cause, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (Exception exception)
        {
            Log.Failed(logger, folder, exception);
            return true;
        }
        finally
        {
            Wake();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4062, Level = LogLevel.Error, Message = "Changes in {Folder} could not be followed")]
        public static partial void Failed(ILogger logger, string folder, Exception exception);

        [LoggerMessage(EventId = 4063, Level = LogLevel.Critical, Message = "Hot reload has ended by a fault; plugins are reloaded on request only")]
        public static partial void Ended(ILogger logger, Exception exception);
    }
}

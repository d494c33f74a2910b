using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Phira.PluginService.GameServer.Lifetime;

/// <summary>Runs work that nobody waits for at once, keeps hold of it, and waits for all of it at shutdown.</summary>
internal sealed partial class BackgroundTasks(ILogger<BackgroundTasks> logger)
{
    private readonly ConcurrentDictionary<long, Task> _running = new();
    private long _next;

    public void Run(string what, Func<Task> work)
    {
        var id = Interlocked.Increment(ref _next);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[id] = RunAsync(id, what, work, start.Task);
        start.SetResult();
    }

    /// <summary>Waits until everything that runs, and everything that it starts, has ended.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (!_running.IsEmpty)
        {
            await Task.WhenAll(_running.Values).WaitAsync(cancellationToken);
        }
    }

    private async Task RunAsync(long id, string what, Func<Task> work, Task registered)
    {
        // The entry must exist before the work can end and take it away.
        await registered;
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The code that cancelled it knows.
        }
        catch (Exception exception)
        {
            Log.Fault(logger, what, exception);
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2010, LogLevel.Error, "Background work failed: {What}")]
        public static partial void Fault(ILogger logger, string what, Exception exception);
    }
}

using System.Collections.Concurrent;

namespace Phira.PluginService.Auth;

/// <summary>
/// Ends what a caller keeps open when the access has ended by which it was opened: a connection of the hub and a reader of a stream are authenticated
/// once, and would otherwise outlive a sign-out.
/// </summary>
internal sealed class LastingAccess : BackgroundService
{
    private readonly SessionStore _sessions;
    private readonly PeriodicTimer _timer;
    private readonly ConcurrentDictionary<object, (Func<bool> IsAllowed, Action End)> _open = [];

    public LastingAccess(SessionStore sessions, TimeProvider timeProvider)
    {
        _sessions = sessions;
        _timer = new PeriodicTimer(TimeSpan.FromSeconds(1), timeProvider);
        sessions.Closed += EndClosed;
    }

    /// <summary>Adds something that is open from now on.</summary>
    /// <param name="key">Names it when it is removed.</param>
    /// <param name="isAllowed">Whether the access has not ended. May be called on any thread.</param>
    /// <param name="end">Called at most once, on any thread.</param>
    public void Add(object key, Func<bool> isAllowed, Action end)
    {
        _open[key] = (isAllowed, end);

        // The access may have ended between the authentication and now.
        EndClosed(key, (isAllowed, end));
    }

    /// <summary>Removes something that is closed.</summary>
    public void Remove(object key) => _open.TryRemove(key, out _);

    public override void Dispose()
    {
        _sessions.Closed -= EndClosed;
        _timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Sessions and page tickets also end by their age, which nothing announces.
        while (await _timer.WaitForNextTickAsync(stoppingToken))
        {
            EndClosed();
        }
    }

    private void EndClosed()
    {
        foreach (var (key, access) in _open)
        {
            EndClosed(key, access);
        }
    }

    private void EndClosed(object key, (Func<bool> IsAllowed, Action End) access)
    {
        if (!access.IsAllowed() && _open.TryRemove(key, out _))
        {
            access.End();
        }
    }
}

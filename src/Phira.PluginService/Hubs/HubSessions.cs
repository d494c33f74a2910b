using System.Collections.Concurrent;
using Phira.PluginService.Auth;

namespace Phira.PluginService.Hubs;

/// <summary>
/// Ends the connections of a browser whose session has ended: a connection is authenticated once, when it opens, and would otherwise
/// outlive a log-out.
/// </summary>
internal sealed class HubSessions : BackgroundService
{
    private readonly SessionStore _sessions;
    private readonly PeriodicTimer _timer;
    private readonly ConcurrentDictionary<string, (string Session, Action Abort)> _connections = new(StringComparer.Ordinal);

    public HubSessions(SessionStore sessions, TimeProvider timeProvider)
    {
        _sessions = sessions;
        _timer = new PeriodicTimer(TimeSpan.FromSeconds(1), timeProvider);
        sessions.Closed += EndClosed;
    }

    public void Add(string connection, string session, Action abort)
    {
        _connections[connection] = (session, abort);

        // The session may have ended between the authentication and now.
        EndClosed();
    }

    public void Remove(string connection) => _connections.TryRemove(connection, out _);

    public override void Dispose()
    {
        _sessions.Closed -= EndClosed;
        _timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Sessions also end by their age, which nothing announces.
        while (await _timer.WaitForNextTickAsync(stoppingToken))
        {
            EndClosed();
        }
    }

    private void EndClosed()
    {
        foreach (var (connection, (session, abort)) in _connections)
        {
            if (!_sessions.IsOpen(session) && _connections.TryRemove(connection, out _))
            {
                abort();
            }
        }
    }
}

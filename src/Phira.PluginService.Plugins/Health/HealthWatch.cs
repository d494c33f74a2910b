using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;

namespace Phira.PluginService.Plugins.Health;

/// <summary>
/// Asks an active plugin every few seconds about its health. The question waits in the mailbox like every other call; while it waits, no
/// other is put, so a plugin that hangs is not asked more and more.
/// </summary>
internal sealed class HealthWatch : IDisposable
{
    private const int StaleAfterIntervals = 2;
    private const int MaximumReasons = 8;
    private const int MaximumLength = 200;

    private readonly Lock _lock = new();
    private readonly Mailbox _mailbox;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _timeProvider;
    private readonly Action<PluginHealth> _onCritical;
    private readonly ITimer _timer;
    private bool _waiting;
    private long _askedAt;
    private PluginHealth? _last;

    /// <summary>Begins to ask, for the first time after one interval.</summary>
    /// <param name="onCritical">Called on the plugin's thread when it says that it is in a critical state.</param>
    public HealthWatch(Mailbox mailbox, TimeSpan interval, TimeProvider timeProvider, Action<PluginHealth> onCritical)
    {
        _onCritical = onCritical;
        _mailbox = mailbox;
        _interval = interval;
        _timeProvider = timeProvider;
        _timer = timeProvider.CreateTimer(_ => Ask(), state: null, interval, interval);
    }

    /// <summary>The problem that the plugin itself reports; null when it reports none.</summary>
    public PluginHealth? Complaint
    {
        get
        {
            lock (_lock)
            {
                var waited = _waiting ? _timeProvider.GetElapsedTime(_askedAt) : TimeSpan.Zero;
                return waited >= _interval * StaleAfterIntervals ? Silent(waited) : _last;
            }
        }
    }

    /// <summary>Asks now, unless a question waits.</summary>
    public void Ask()
    {
        lock (_lock)
        {
            if (_waiting)
            {
                return;
            }

            (_waiting, _askedAt) = (true, _timeProvider.GetTimestamp());
        }

        _mailbox.Post(new HealthDelivery(Answered));
    }

    /// <inheritdoc />
    public void Dispose() => _timer.Dispose();

    private static PluginHealth Silent(TimeSpan waited) => new(
        HealthStatus.Warning,
        [LocalizedText.Of("health.own.silent", $"{waited.TotalSeconds:0}")]);

    private static PluginHealth? Judge(GuestAnswer<HealthReport> answer)
    {
        if (answer.Refusal is { } refusal)
        {
            return new PluginHealth(HealthStatus.Warning, [LocalizedText.Of("health.own.failed", Cut(refusal))]);
        }

        return answer.Value is null or { Status: HealthStatus.Healthy }
            ? null
            : new PluginHealth(answer.Value.Status, Reasons(answer.Value));
    }

    private static ImmutableArray<LocalizedText> Reasons(HealthReport report)
    {
        if (report.Reasons.IsEmpty)
        {
            return [LocalizedText.Of("health.own.status", $"{report.Status}".ToLowerInvariant())];
        }

        return [.. report.Reasons.Take(MaximumReasons).Select(Cut).Select(text => LocalizedText.Of("health.own.reason", text))];
    }

    private static string Cut(string text) => ShortText.WithEllipsis(text, MaximumLength);

    private void Answered(GuestAnswer<HealthReport>? answer)
    {
        PluginHealth? last = null;
        lock (_lock)
        {
            _waiting = false;
            if (answer is { Fault: null } given)
            {
                last = _last = Judge(given);
            }
        }

        if (last is { Status: HealthStatus.Critical })
        {
            _onCritical(last);
        }
    }
}

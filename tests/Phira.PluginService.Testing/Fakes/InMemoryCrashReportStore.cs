using System.Collections.Concurrent;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Keeps crash reports for the life of the test.</summary>
public class InMemoryCrashReportStore : ICrashReportStore
{
    private readonly ConcurrentQueue<CrashReport> _reports = new();

    /// <summary>Raised after each report.</summary>
    public event Action? Appended;

    /// <summary>Every report so far, oldest first.</summary>
    public IReadOnlyList<CrashReport> Reports => [.. _reports];

    /// <inheritdoc />
    public virtual Task AppendAsync(CrashReport report, CancellationToken cancellationToken)
    {
        _reports.Enqueue(report);
        Appended?.Invoke();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<CrashReport>> GetAsync(PluginName plugin, int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CrashReport>>([.. _reports.Where(report => report.Plugin == plugin).Reverse().Take(count)]);
}

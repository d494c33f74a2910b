using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Crashes;

/// <summary>Keeps crash reports over restarts, the newest of each plugin. A completed call has reached the disk.</summary>
public interface ICrashReportStore
{
    /// <summary>Adds a report.</summary>
    Task AppendAsync(CrashReport report, CancellationToken cancellationToken);

    /// <summary>Reads reports of one plugin, newest first.</summary>
    /// <param name="count">Maximum number of reports.</param>
    Task<IReadOnlyList<CrashReport>> GetAsync(PluginName plugin, int count, CancellationToken cancellationToken);
}

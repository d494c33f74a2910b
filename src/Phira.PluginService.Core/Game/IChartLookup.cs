using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Game;

/// <summary>Looks charts up. What was asked for lately is remembered; the others come from the Phira API.</summary>
public interface IChartLookup
{
    /// <summary>Looks a chart up.</summary>
    /// <param name="cancellationToken">Cancels waiting. The answer is remembered nevertheless when it comes.</param>
    /// <returns>The chart, <c>phira_api.not_found</c>, or why the Phira API gave no answer.</returns>
    Task<Result<ChartDetails>> FindChartAsync(int id, CancellationToken cancellationToken);
}

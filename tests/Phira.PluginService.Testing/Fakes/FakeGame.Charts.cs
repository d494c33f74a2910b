using System.Collections.Concurrent;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Charts as a test sets them.</summary>
public sealed partial class FakeGame : IChartLookup
{
    /// <summary>The answers to look-ups of charts; nothing else is known.</summary>
    public ConcurrentDictionary<int, Result<ChartDetails>> Charts { get; } = [];

    /// <inheritdoc />
    public async Task<Result<ChartDetails>> FindChartAsync(int id, CancellationToken cancellationToken)
    {
        await Before(cancellationToken);
        return Charts.TryGetValue(id, out var chart)
            ? chart
            : new Error(new ErrorCode("phira_api.not_found", ErrorKind.NotFound), $"chart {id}");
    }
}

using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Results of rounds for as long as the test runs.</summary>
public sealed class InMemoryRoundRecords : IRoundRecordStore
{
    private readonly Lock _lock = new();
    private readonly List<RoundRecord> _records = [];

    /// <summary>Runs before a page is read.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>The failure of every write; null when writes succeed.</summary>
    public Exception? Failure { get; init; }

    /// <inheritdoc />
    public Task AddAsync(RoundRecord record, CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            return Task.FromException(Failure);
        }

        lock (_lock)
        {
            _records.Add(record);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<RoundRecordPage> GetOfUserAsync(UserId user, int? chart, long? before, int count, CancellationToken cancellationToken)
    {
        await Before(cancellationToken);
        lock (_lock)
        {
            var found = _records.Select((record, index) => (Record: record, Number: index + 1L))
                .Where(item => item.Record.Play.Player == user && (chart is null || item.Record.Chart.Id == chart) && !(item.Number >= before))
                .Reverse()
                .Take(count + 1)
                .ToList();
            return new RoundRecordPage([.. found.Take(count).Select(item => item.Record)], found.Count > count ? found[count - 1].Number : null);
        }
    }
}

using System.Collections.Concurrent;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Upstream;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>Accounts, charts and records out of thin air: token <c>t100</c> is account 100, record 7100 a play of account 100.</summary>
internal sealed class FakePhiraApi : IPhiraApi
{
    /// <summary>Awaited before an answer; lets a test hold the API.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public ConcurrentDictionary<int, string> Languages { get; } = new();

    public ConcurrentDictionary<int, PlayRecord> Records { get; } = new();

    public async Task<Result<PhiraProfile>> GetProfileAsync(string token, CancellationToken cancellationToken)
    {
        await Before("me").WaitAsync(cancellationToken);
        return token[0] == 't' && int.TryParse(token[1..], out var id)
            ? new PhiraProfile(new UserId(id), $"user{id}", Languages.GetValueOrDefault(id, "en-US"))
            : new Error(PhiraApiErrors.Rejected, "account");
    }

    public async Task<Result<ChartDetails>> GetChartAsync(int id, CancellationToken cancellationToken)
    {
        await Before("chart").WaitAsync(cancellationToken);
        return id == 404 ? new Error(PhiraApiErrors.NotFound, "chart 404") : new ChartDetails(new ChartSnapshot(id, $"chart{id}"));
    }

    public async Task<Result<PlayRecord>> GetRecordAsync(int id, CancellationToken cancellationToken)
    {
        await Before("record").WaitAsync(cancellationToken);
        return Records.GetValueOrDefault(id) ?? new PlayRecord
        {
            Id = id,
            Player = new UserId(id % 1_000),
            Score = 900_000,
            Accuracy = 0.95f,
            FullCombo = true,
        };
    }
}

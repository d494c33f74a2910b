using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage.Stores;

/// <summary>One row for each result; those that are too many or too old are deleted whenever one is added.</summary>
internal sealed class RoundRecordStore(
    IDbContextFactory<PhiraDbContext> contexts, StorageWriter writer, IOptions<StorageOptions> options, TimeProvider timeProvider) : IRoundRecordStore
{
    public Task AddAsync(RoundRecord record, CancellationToken cancellationToken)
    {
        var keep = options.Value.RoundRecords;
        if (keep == 0)
        {
            return Task.CompletedTask;
        }

        return writer.RecordAsync(
            async context =>
            {
                var row = RowOf(record);
                context.Add(row);
                await context.SaveChangesAsync();
                var tooOld = (timeProvider.GetUtcNow() - TimeSpan.FromDays(options.Value.RoundRecordDays)).ToUnixTimeMilliseconds();
                return await context.RoundRecords.Where(old => old.Number <= row.Number - keep).ExecuteDeleteAsync()
                    + await context.RoundRecords.Where(old => old.At < tooOld).ExecuteDeleteAsync();
            },
            cancellationToken);
    }

    public async Task<RoundRecordPage> GetOfUserAsync(UserId user, int? chart, long? before, int count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.RoundRecords.AsNoTracking()
            .Where(row => row.User == user.Value && (chart == null || row.Chart == chart) && (before == null || row.Number < before))
            .OrderByDescending(row => row.Number)
            .Take(count + 1)
            .ToListAsync(cancellationToken);
        return new RoundRecordPage(
            [.. rows.Take(count).Select(RecordOf)], rows.Count > count ? rows[count - 1].Number : null);
    }

    private static RoundRecordRow RowOf(RoundRecord record) => new()
    {
        User = record.Play.Player.Value,
        Chart = record.Chart.Id,
        ChartName = record.Chart.Name,
        Room = record.Room,
        At = record.At.ToUnixTimeMilliseconds(),
        Record = record.Play.Id,
        RecordChart = record.Play.Chart,
        Score = record.Play.Score,
        Accuracy = record.Play.Accuracy,
        FullCombo = record.Play.FullCombo,
        Perfect = record.Play.Perfect,
        Good = record.Play.Good,
        Bad = record.Play.Bad,
        Miss = record.Play.Miss,
        MaxCombo = record.Play.MaxCombo,
    };

    private static RoundRecord RecordOf(RoundRecordRow row) => new(
        new ChartSnapshot(row.Chart, row.ChartName),
        row.Room,
        DateTimeOffset.FromUnixTimeMilliseconds(row.At),
        new PlayRecord
        {
            Id = row.Record,
            Player = new UserId(row.User),
            Chart = row.RecordChart,
            Score = row.Score,
            Accuracy = row.Accuracy,
            FullCombo = row.FullCombo,
            Perfect = row.Perfect,
            Good = row.Good,
            Bad = row.Bad,
            Miss = row.Miss,
            MaxCombo = row.MaxCombo,
        });
}

using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage.Stores;

/// <summary>One row for each record that has counted.</summary>
internal sealed class UsedRecordStore(IDbContextFactory<PhiraDbContext> contexts, StorageWriter writer) : IUsedRecordStore
{
    public async Task<IReadOnlyList<int>> GetNewestAsync(int count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await context.UsedRecords.AsNoTracking()
            .OrderByDescending(row => row.Number).Take(count).Select(row => row.Record).ToListAsync(cancellationToken);
        newest.Reverse();
        return newest;
    }

    public Task AddAsync(int record, int keep, CancellationToken cancellationToken) => writer.RecordAsync(
        async context =>
        {
            var row = new UsedRecordRow { Record = record };
            context.Add(row);
            await context.SaveChangesAsync();
            return await context.UsedRecords.Where(old => old.Number <= row.Number - keep).ExecuteDeleteAsync();
        },
        cancellationToken);
}

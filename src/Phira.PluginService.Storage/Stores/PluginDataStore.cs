using System.Text;
using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage.Stores;

/// <summary>
/// One row for each key. Expired rows of a plugin are deleted whenever it writes. All plugins and the service share one writer, so no
/// write may look at more rows than it changes: a plugin may keep millions.
/// </summary>
internal sealed class PluginDataStore(IDbContextFactory<PhiraDbContext> contexts, StorageWriter writer, TimeProvider timeProvider) : IPluginDataStore
{
    private long Now => timeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task<PluginValue?> GetAsync(PluginName plugin, string key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await Living(context, plugin, Now).AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken);
        return row is null ? null : new PluginValue(row.Value, row.IsText);
    }

    public Task<Result> SetAsync(
        PluginName plugin,
        string key,
        PluginValue value,
        DateTimeOffset? expiresAt,
        long quotaBytes,
        CancellationToken cancellationToken) =>
        writer.WriteAsync(
            context => PutAsync(context, plugin, key, value, expiresAt?.ToUnixTimeMilliseconds(), quotaBytes), cancellationToken);

    public Task<bool> DeleteAsync(PluginName plugin, string key, CancellationToken cancellationToken)
    {
        var now = Now;
        return writer.WriteAsync(
            async context => await Living(context, plugin, now).Where(row => row.Key == key).ExecuteDeleteAsync() > 0, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> ListAsync(
        PluginName plugin, string prefix, string? after, int count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = Living(context, plugin, Now).AsNoTracking().Select(row => row.Key).Where(key => string.Compare(key, prefix) >= 0);
        if (after is not null)
        {
            keys = keys.Where(key => string.Compare(key, after) > 0);
        }

        // SQLite compares texts by their bytes, so all keys with the prefix follow one another.
        var found = await keys.OrderBy(key => key).Take(count).ToListAsync(cancellationToken);
        return [.. found.TakeWhile(key => key.StartsWith(prefix, StringComparison.Ordinal))];
    }

    public Task<Result<bool>> CompareAndSetAsync(
        PluginName plugin, string key, string? expected, string? value, long quotaBytes, CancellationToken cancellationToken)
    {
        var now = Now;
        return writer.WriteAsync<Result<bool>>(
            async context =>
            {
                var present = await Living(context, plugin, now).AsNoTracking().SingleOrDefaultAsync(row => row.Key == key);
                var matches = expected is null
                    ? present is null
                    : present is { IsText: true } && present.Value.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(expected));
                if (!matches)
                {
                    return false;
                }

                if (value is null)
                {
                    await context.PluginData.Where(row => row.Plugin == plugin.Value && row.Key == key).ExecuteDeleteAsync();
                    return true;
                }

                var text = new PluginValue(Encoding.UTF8.GetBytes(value), IsText: true);
                var put = await PutAsync(context, plugin, key, text, expiresAt: null, quotaBytes);
                return put.IsSuccess ? true : put.Error;
            },
            cancellationToken);
    }

    private static IQueryable<PluginDataRow> Living(PhiraDbContext context, PluginName plugin, long now) =>
        context.PluginData.Where(row => row.Plugin == plugin.Value && (row.ExpiresAt == null || row.ExpiresAt > now));

    private async Task<Result> PutAsync(
        PhiraDbContext context, PluginName plugin, string key, PluginValue value, long? expiresAt, long quotaBytes)
    {
        var now = Now;
        var size = Encoding.UTF8.GetByteCount(key) + (long)value.Bytes.Length;
        await context.PluginData.Where(row => row.Plugin == plugin.Value && row.ExpiresAt <= now).ExecuteDeleteAsync();
        var present = context.PluginData.Where(row => row.Plugin == plugin.Value && row.Key == key);
        var total = await context.PluginDataTotals.Where(row => row.Plugin == plugin.Value).SumAsync(row => row.Size)
            - await present.SumAsync(row => row.Size) + size;
        if (total > quotaBytes)
        {
            return new Error(PluginDataErrors.QuotaExceeded, $"{total}", $"{quotaBytes}");
        }

        await present.ExecuteDeleteAsync();
        context.Add(new PluginDataRow
        {
            Plugin = plugin.Value,
            Key = key,
            Value = value.Bytes.ToArray(),
            IsText = value.IsText,
            Size = size,
            ExpiresAt = expiresAt,
        });
        await context.SaveChangesAsync();
        return Result.Success;
    }
}

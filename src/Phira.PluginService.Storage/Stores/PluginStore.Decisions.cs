using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.Stores;

/// <summary>Keeps the decisions about single plugins: quarantines and limits.</summary>
internal sealed partial class PluginStore
{
    public async Task<IReadOnlyList<Quarantine>> GetQuarantinesAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Quarantines.AsNoTracking().OrderBy(row => row.Plugin).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new Quarantine(
            PluginName.Parse(row.Plugin),
            row.Sha256,
            LocalizedText.FromJson(row.Reason),
            DateTimeOffset.FromUnixTimeMilliseconds(row.Since)));
    }

    public Task SetQuarantineAsync(Quarantine quarantine, CancellationToken cancellationToken) => writer.RecordAsync(
        async context =>
        {
            await context.Quarantines.Where(row => row.Plugin == quarantine.Plugin.Value).ExecuteDeleteAsync();
            context.Add(new QuarantineRow
            {
                Plugin = quarantine.Plugin.Value,
                Sha256 = quarantine.Sha256,
                Reason = quarantine.Reason.ToJson(),
                Since = quarantine.Since.ToUnixTimeMilliseconds(),
            });
            return await context.SaveChangesAsync();
        },
        cancellationToken);

    public Task RemoveQuarantineAsync(PluginName plugin, CancellationToken cancellationToken) => writer.RecordAsync(
        context => context.Quarantines.Where(row => row.Plugin == plugin.Value).ExecuteDeleteAsync(), cancellationToken);

    public async Task<IReadOnlyDictionary<string, long>> GetLimitOverridesAsync(PluginName plugin, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.LimitOverrides.AsNoTracking()
            .Where(row => row.Plugin == plugin.Value)
            .ToDictionaryAsync(row => row.Limit, row => row.Value, StringComparer.Ordinal, cancellationToken);
    }

    public Task SetLimitOverridesAsync(
        PluginName plugin, IReadOnlyDictionary<string, long> overrides, CancellationToken cancellationToken)
    {
        var rows = overrides.Select(pair => new LimitOverrideRow { Plugin = plugin.Value, Limit = pair.Key, Value = pair.Value }).ToArray();
        return writer.WriteAsync(
            async context =>
            {
                await context.LimitOverrides.Where(row => row.Plugin == plugin.Value).ExecuteDeleteAsync();
                context.AddRange(rows);
                return await context.SaveChangesAsync();
            },
            cancellationToken);
    }
}

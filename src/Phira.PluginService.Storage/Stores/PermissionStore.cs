using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage.Stores;

/// <summary>One row for each grant, and one for each permission and day it was used. Uses of a year ago are deleted.</summary>
internal sealed class PermissionStore(IDbContextFactory<PhiraDbContext> contexts, StorageWriter writer, TimeProvider timeProvider) : IPermissionStore
{
    private const int DaysKept = 366;

    public async Task<IReadOnlyList<PermissionGrant>> GetGrantsAsync(PluginName plugin, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.PermissionGrants.AsNoTracking()
            .Where(row => row.Plugin == plugin.Value)
            .OrderBy(row => row.Permission)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new PermissionGrant(
            plugin, row.Permission, row.Scopes, row.GrantedBy, DateTimeOffset.FromUnixTimeMilliseconds(row.GrantedAt)));
    }

    public Task SetGrantsAsync(PluginName plugin, IReadOnlyList<PermissionGrant> grants, CancellationToken cancellationToken)
    {
        var rows = grants.Select(grant => new PermissionGrantRow
        {
            Plugin = plugin.Value,
            Permission = grant.Permission,
            Scopes = grant.ScopesJson,
            GrantedBy = grant.GrantedBy,
            GrantedAt = grant.GrantedAt.ToUnixTimeMilliseconds(),
        }).ToArray();
        return writer.WriteAsync(
            async context =>
            {
                await context.PermissionGrants.Where(row => row.Plugin == plugin.Value).ExecuteDeleteAsync();
                context.AddRange(rows);
                return await context.SaveChangesAsync();
            },
            cancellationToken);
    }

    public Task AddUsesAsync(IReadOnlyList<PermissionUse> uses, CancellationToken cancellationToken)
    {
        if (uses.Count == 0)
        {
            return Task.CompletedTask;
        }

        var sums = uses.GroupBy(use => (use.Plugin, use.Permission, use.Day), use => use.Count).ToArray();
        var oldest = DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime).DayNumber - DaysKept;
        return writer.WriteAsync(
            async context =>
            {
                foreach (var sum in sums)
                {
                    var (plugin, permission, day) = (sum.Key.Plugin.Value, sum.Key.Permission, sum.Key.Day.DayNumber);
                    if (await context.PermissionUses.FindAsync(plugin, permission, day) is { } row)
                    {
                        row.Count += sum.Sum();
                    }
                    else
                    {
                        context.Add(new PermissionUseRow { Plugin = plugin, Permission = permission, Day = day, Count = sum.Sum() });
                    }
                }

                await context.PermissionUses.Where(row => row.Day < oldest).ExecuteDeleteAsync();
                return await context.SaveChangesAsync();
            },
            cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, long>> GetUsesAsync(
        PluginName plugin, DateOnly since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.PermissionUses.AsNoTracking()
            .Where(row => row.Plugin == plugin.Value && row.Day >= since.DayNumber)
            .GroupBy(row => row.Permission)
            .Select(group => new { group.Key, Count = group.Sum(row => row.Count) })
            .ToDictionaryAsync(sum => sum.Key, sum => sum.Count, StringComparer.Ordinal, cancellationToken);
    }
}

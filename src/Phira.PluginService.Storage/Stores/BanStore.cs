using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage.Stores;

/// <summary>One row for each banned target. Expired bans are deleted whenever another one is written.</summary>
internal sealed class BanStore(IDbContextFactory<PhiraDbContext> contexts, StorageWriter writer, TimeProvider timeProvider) : IBanStore
{
    public async Task<IReadOnlyList<Ban>> GetAllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Bans.AsNoTracking().OrderBy(row => row.BannedAt).ThenBy(row => row.Target).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new Ban(
            BanTarget.TryParse(row.Target, out var target) ? target : throw new FormatException($"\"{row.Target}\" is not the target of a ban."),
            row.Reason,
            row.ExpiresAt is { } expiresAt ? DateTimeOffset.FromUnixTimeMilliseconds(expiresAt) : null,
            row.BannedBy,
            DateTimeOffset.FromUnixTimeMilliseconds(row.BannedAt)));
    }

    public Task SetAsync(Ban ban, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        var key = ban.Target.ToString();
        return writer.WriteAsync(
            async context =>
            {
                await context.Bans.Where(row => row.Target == key || row.ExpiresAt <= now).ExecuteDeleteAsync();
                context.Add(new BanRow
                {
                    Target = key,
                    Reason = ban.Reason,
                    ExpiresAt = ban.ExpiresAt?.ToUnixTimeMilliseconds(),
                    BannedBy = ban.BannedBy,
                    BannedAt = ban.BannedAt.ToUnixTimeMilliseconds(),
                });
                return await context.SaveChangesAsync();
            },
            cancellationToken);
    }

    public Task<bool> RemoveAsync(BanTarget target, CancellationToken cancellationToken)
    {
        var key = target.ToString();
        return writer.WriteAsync(
            async context => await context.Bans.Where(row => row.Target == key).ExecuteDeleteAsync() > 0, cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Sessions;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage.Stores;

/// <summary>One row for each session. It holds nothing that would let a reader of the file take the session over.</summary>
internal sealed class BrowserSessionStore(IDbContextFactory<PhiraDbContext> contexts, StorageWriter writer) : IBrowserSessionStore
{
    public async Task<IReadOnlyList<BrowserSession>> GetAllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.BrowserSessions.AsNoTracking().ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new BrowserSession(row.IdHash, row.TokenFingerprint, DateTimeOffset.FromUnixTimeMilliseconds(row.ExpiresAt)));
    }

    public Task ChangeAsync(IReadOnlyCollection<string> ended, BrowserSession? opened, CancellationToken cancellationToken)
    {
        List<string> replaced = opened is null ? [.. ended] : [.. ended, opened.IdHash];
        return writer.RecordAsync(
            async context =>
            {
                await context.BrowserSessions.Where(row => replaced.Contains(row.IdHash)).ExecuteDeleteAsync();
                if (opened is not null)
                {
                    context.Add(new BrowserSessionRow
                    {
                        IdHash = opened.IdHash,
                        TokenFingerprint = opened.TokenFingerprint,
                        ExpiresAt = opened.ExpiresAt.ToUnixTimeMilliseconds(),
                    });
                }

                return await context.SaveChangesAsync();
            },
            cancellationToken);
    }
}

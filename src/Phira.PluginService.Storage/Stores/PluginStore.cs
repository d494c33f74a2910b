using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage.Stores;

/// <summary>Reads go straight to the database, each with its own context; writes go through the one writer.</summary>
internal sealed partial class PluginStore(
    IDbContextFactory<PhiraDbContext> contexts, StorageWriter writer, TimeProvider timeProvider, IOptions<StorageOptions> options) : IPluginStore
{
    private const int OwnRevisionsPerPlugin = 100;

    private readonly int _transitionsPerPlugin = options.Value.TransitionsPerPlugin;

    public async Task<IReadOnlyDictionary<PluginName, DesiredState>> GetDesiredStatesAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DesiredStates.AsNoTracking()
            .ToDictionaryAsync(row => PluginName.Parse(row.Plugin), row => row.State, cancellationToken);
    }

    public Task SetDesiredStateAsync(PluginName plugin, DesiredState state, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        return writer.WriteAsync(
            async context =>
            {
                if (await context.DesiredStates.FindAsync(plugin.Value) is { } row)
                {
                    row.State = state;
                    row.ChangedAt = now;
                }
                else
                {
                    context.Add(new DesiredStateRow { Plugin = plugin.Value, State = state, ChangedAt = now });
                }

                return await context.SaveChangesAsync();
            },
            cancellationToken);
    }

    public Task AppendTransitionsAsync(IReadOnlyList<PluginTransition> transitions, CancellationToken cancellationToken)
    {
        if (transitions.Count == 0)
        {
            return Task.CompletedTask;
        }

        return writer.RecordAsync(
            async context =>
            {
                var rows = transitions.Select(ToRow).ToArray();
                context.AddRange(rows);
                var written = await context.SaveChangesAsync();
                foreach (var plugin in rows.Select(row => row.Plugin).Distinct())
                {
                    await ForgetOldTransitionsAsync(context, plugin);
                }

                return written;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<PluginTransition>> GetTransitionsAsync(PluginName plugin, int count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Transitions.AsNoTracking()
            .Where(row => row.Plugin == plugin.Value)
            .OrderByDescending(row => row.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new PluginTransition(
            plugin,
            row.From,
            row.To,
            DateTimeOffset.FromUnixTimeMilliseconds(row.At),
            ChangeCause.Stored(row.Actor, LocalizedText.FromJson(row.Reason), row.CorrelationId),
            row.Failure is null ? null : LocalizedText.FromJson(row.Failure)));
    }

    public async Task<ConfigRevision?> GetConfigAsync(PluginName plugin, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await NewestRevision(context, plugin).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : ToRevision(plugin, row);
    }

    public Task<Result<ConfigRevision>> AppendConfigAsync(
        PluginName plugin, int expectedRevision, string json, string author, CancellationToken cancellationToken)
    {
        using (var document = JsonDocument.Parse(json))
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new ArgumentException("A configuration is one JSON object.", nameof(json));
            }
        }

        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        return writer.WriteAsync<Result<ConfigRevision>>(
            async context =>
            {
                var newest = await NewestRevision(context, plugin).Select(row => row.Revision).FirstOrDefaultAsync();
                if (newest != expectedRevision)
                {
                    return new Error(ConfigRevisionErrors.ChangedMeanwhile, plugin.Value, $"{expectedRevision}", $"{newest}");
                }

                var row = new ConfigRevisionRow { Plugin = plugin.Value, Revision = newest + 1, Json = json, Author = author, At = now };
                context.Add(row);
                await context.SaveChangesAsync();
                await ForgetOwnRevisionsAsync(context, plugin);
                return ToRevision(plugin, row);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<ConfigRevision>> GetConfigHistoryAsync(
        PluginName plugin, int count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await NewestRevision(context, plugin).AsNoTracking().Take(count).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => ToRevision(plugin, row));
    }

    private async Task ForgetOldTransitionsAsync(PhiraDbContext context, string plugin)
    {
        var newestToForget = await context.Transitions
            .Where(row => row.Plugin == plugin)
            .OrderByDescending(row => row.Id)
            .Skip(_transitionsPerPlugin)
            .Select(row => row.Id)
            .FirstOrDefaultAsync();
        if (newestToForget != 0)
        {
            await context.Transitions.Where(row => row.Plugin == plugin && row.Id <= newestToForget).ExecuteDeleteAsync();
        }
    }

    // What people decided is kept permanently. A plugin may store its own configuration many times a second.
    private static async Task ForgetOwnRevisionsAsync(PhiraDbContext context, PluginName plugin)
    {
        var author = $"plugin:{plugin}";
        var newestToForget = await NewestRevision(context, plugin)
            .Where(row => row.Author == author)
            .Skip(OwnRevisionsPerPlugin)
            .Select(row => row.Revision)
            .FirstOrDefaultAsync();
        if (newestToForget != 0)
        {
            await context.ConfigRevisions
                .Where(row => row.Plugin == plugin.Value && row.Author == author && row.Revision <= newestToForget)
                .ExecuteDeleteAsync();
        }
    }

    private static IQueryable<ConfigRevisionRow> NewestRevision(PhiraDbContext context, PluginName plugin) =>
        context.ConfigRevisions.Where(row => row.Plugin == plugin.Value).OrderByDescending(row => row.Revision);

    private static ConfigRevision ToRevision(PluginName plugin, ConfigRevisionRow row) =>
        new(plugin, row.Revision, row.Json, row.Author, DateTimeOffset.FromUnixTimeMilliseconds(row.At));

    private static TransitionRow ToRow(PluginTransition transition) => new()
    {
        Plugin = transition.Plugin.Value,
        From = transition.From,
        To = transition.To,
        At = transition.At.ToUnixTimeMilliseconds(),
        Actor = transition.Cause.Actor,
        Reason = transition.Cause.Reason.ToJson(),
        CorrelationId = transition.Cause.CorrelationId,
        Failure = transition.Failure?.ToJson(),
    };
}

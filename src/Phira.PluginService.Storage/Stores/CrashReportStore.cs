using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage.Stores;

/// <summary>The newest reports of each plugin; older ones are deleted whenever one is added.</summary>
internal sealed class CrashReportStore(IDbContextFactory<PhiraDbContext> contexts, StorageWriter writer) : ICrashReportStore
{
    private const int ReportsPerPlugin = 100;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new PluginNameConverter() } };

    public Task AppendAsync(CrashReport report, CancellationToken cancellationToken)
    {
        var plugin = report.Plugin.Value;
        var json = JsonSerializer.Serialize(report, Json);
        return writer.RecordAsync(
            async context =>
            {
                context.Add(new CrashReportRow { Plugin = plugin, At = report.At.ToUnixTimeMilliseconds(), Report = json });
                await context.SaveChangesAsync();
                var newestToForget = await context.CrashReports
                    .Where(other => other.Plugin == plugin)
                    .OrderByDescending(other => other.Id)
                    .Skip(ReportsPerPlugin)
                    .Select(other => other.Id)
                    .FirstOrDefaultAsync();
                return newestToForget == 0
                    ? 0
                    : await context.CrashReports.Where(other => other.Plugin == plugin && other.Id <= newestToForget).ExecuteDeleteAsync();
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<CrashReport>> GetAsync(PluginName plugin, int count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.CrashReports.AsNoTracking()
            .Where(row => row.Plugin == plugin.Value)
            .OrderByDescending(row => row.Id)
            .Take(count)
            .Select(row => row.Report)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(report => JsonSerializer.Deserialize<CrashReport>(report, Json)!);
    }

    private sealed class PluginNameConverter : System.Text.Json.Serialization.JsonConverter<PluginName>
    {
        public override PluginName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PluginName.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PluginName value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}

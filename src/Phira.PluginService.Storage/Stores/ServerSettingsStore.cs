using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage.Stores;

/// <summary>The settings of the game server in one row.</summary>
internal sealed class ServerSettingsStore(
    IDbContextFactory<PhiraDbContext> contexts, StorageWriter writer, TimeProvider timeProvider) : IServerSettingsStore
{
    public async Task<ServerSettings?> LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.ServerSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new ServerSettings
            {
                MessageOfTheDay = row.MessageOfTheDay,
                IsRoomCreationOn = row.RoomCreation,
                IsInMaintenance = row.Maintenance,
                MaintenanceText = row.MaintenanceText,
                AdmittedInMaintenance =
                [
                    .. row.MaintenanceAdmitted.Split(',', StringSplitOptions.RemoveEmptyEntries)
                        .Select(number => new UserId(int.Parse(number, CultureInfo.InvariantCulture))),
                ],
            };
    }

    public Task SaveAsync(ServerSettings settings, string changedBy, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        return writer.WriteAsync(
            async context =>
            {
                await context.ServerSettings.ExecuteDeleteAsync();
                context.Add(new ServerSettingsRow
                {
                    MessageOfTheDay = settings.MessageOfTheDay,
                    RoomCreation = settings.IsRoomCreationOn,
                    Maintenance = settings.IsInMaintenance,
                    MaintenanceText = settings.MaintenanceText,
                    MaintenanceAdmitted = string.Join(
                        ',', settings.AdmittedInMaintenance.Select(user => user.Value.ToString(CultureInfo.InvariantCulture))),
                    ChangedBy = changedBy,
                    ChangedAt = now,
                });
                return await context.SaveChangesAsync();
            },
            cancellationToken);
    }
}

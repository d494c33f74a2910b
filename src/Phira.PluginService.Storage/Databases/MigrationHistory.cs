using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.Databases;

/// <summary>The migrations that a database has and those that this version of the service knows.</summary>
internal static class MigrationHistory
{
    /// <summary>Refuses a database that a newer version has migrated.</summary>
    public static async Task<Error?> FindUnknownAsync(PhiraDbContext context, string location, CancellationToken cancellationToken)
    {
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        var unknown = applied.Except(context.Database.GetMigrations()).ToArray();
        return unknown.Length == 0 ? null : new Error(StorageErrors.NewerSchema, location, string.Join(", ", unknown));
    }

    /// <summary>Applies what is missing.</summary>
    /// <returns>The number of migrations applied.</returns>
    public static async Task<int> MigrateAsync(PhiraDbContext context, CancellationToken cancellationToken)
    {
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        await context.Database.MigrateAsync(cancellationToken);
        return pending;
    }
}

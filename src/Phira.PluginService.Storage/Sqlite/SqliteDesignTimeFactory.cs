using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add --context SqliteContext</c> read the model without the host. No database is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) => new(SqliteContext.CreateOptions(new StorageOptions(), NullLoggerFactory.Instance));
}

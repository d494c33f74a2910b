using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Logging.Abstractions;

namespace Phira.PluginService.Storage.PostgreSql;

/// <summary>Lets <c>dotnet ef migrations add --context PostgreSqlContext</c> read the model without the host. No database is opened.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlContext>
{
    public PostgreSqlContext CreateDbContext(string[] args) => new(PostgreSqlContext.CreateWritingOptions(NullLoggerFactory.Instance));
}

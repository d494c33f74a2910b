using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.PostgreSql;

/// <summary>The tables in a database of a PostgreSQL server.</summary>
internal sealed class PostgreSqlContext(DbContextOptions<PostgreSqlContext> options) : PhiraDbContext(options)
{
    /// <summary>Options for reading, on connections of the pool.</summary>
    public static DbContextOptions<PostgreSqlContext> CreateReadingOptions(string connectionString, PostgreSqlFailures failures, ILoggerFactory loggers)
    {
        var builder = CreateBuilder(loggers);
        builder.UseNpgsql(
            connectionString, npgsql => npgsql.ExecutionStrategy(dependencies => new ReadingStrategy(dependencies.CurrentContext.Context, failures)));
        return builder.Options;
    }

    /// <summary>Options for writing, on a connection that is given to each context.</summary>
    public static DbContextOptions<PostgreSqlContext> CreateWritingOptions(ILoggerFactory loggers)
    {
        var builder = CreateBuilder(loggers);
        builder.UseNpgsql();
        return builder.Options;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // The order of bytes, as in SQLite: a scan by prefix relies on it. A locale of the server would have another one, and change it with an update.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    private static DbContextOptionsBuilder<PostgreSqlContext> CreateBuilder(ILoggerFactory loggers)
    {
        var builder = new DbContextOptionsBuilder<PostgreSqlContext>();
        builder.AddInterceptors(StorableTexts.Instance).UseLoggerFactory(loggers).LogQuietly();
        return builder;
    }
}

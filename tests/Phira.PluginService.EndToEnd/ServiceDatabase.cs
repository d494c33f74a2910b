using Phira.PluginService.Testing.PostgreSql;

namespace Phira.PluginService.EndToEnd;

/// <summary>A PostgreSQL server of a test's own, with a database for one service.</summary>
internal sealed class ServiceDatabase : IAsyncDisposable
{
    private ServiceDatabase(PostgreSqlServer server, string name) => (Server, Name) = (server, name);

    public PostgreSqlServer Server { get; }

    /// <summary>The name of the database.</summary>
    public string Name { get; }

    /// <summary>The settings of a service that uses it. How long the server takes to notice that a killed service has left is not tested.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("PHIRA_STORAGE__PROVIDER", "postgresql"),
        ("PHIRA_STORAGE__CONNECTION_STRING", Server.ConnectionString(Name)),
        ("PHIRA_STORAGE__BUSY_TIMEOUT_SECS", "300"),
    ];

    /// <summary>Starts a server; the test is skipped where there can be none.</summary>
    public static async Task<ServiceDatabase> StartAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing.Length > 0, PostgreSqlServer.Missing);
        var server = await PostgreSqlServer.StartAsync();
        try
        {
            return new ServiceDatabase(server, await server.CreateDatabaseAsync());
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

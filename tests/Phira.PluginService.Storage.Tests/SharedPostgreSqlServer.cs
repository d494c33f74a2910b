using System.Collections.Concurrent;
using Phira.PluginService.Storage.Tests;
using Phira.PluginService.Testing.PostgreSql;

[assembly: AssemblyFixture(typeof(SharedPostgreSqlServer))]

namespace Phira.PluginService.Storage.Tests;

/// <summary>One server for all tests that do it no harm. It is started by the first that asks for a database.</summary>
public sealed class SharedPostgreSqlServer : IAsyncDisposable
{
    private static readonly Lock Lock = new();
    private static readonly ConcurrentDictionary<string, Task<string>> Names = new(StringComparer.Ordinal);
    private static Task<PostgreSqlServer>? _server;

    /// <summary>Returns the connection string of a test's own database.</summary>
    /// <param name="directory">The directory of the test: the same one has the same database.</param>
    public static async Task<string> DatabaseOfAsync(string directory) => (await ServerAsync()).ConnectionString(await NameOfAsync(directory));

    /// <summary>Creates an empty database with options of its own.</summary>
    /// <returns>The connection string.</returns>
    public static async Task<string> CreateDatabaseAsync(string options) =>
        (await ServerAsync()).ConnectionString(await (await ServerAsync()).CreateDatabaseAsync(options));

    /// <summary>Executes statements in the database of a test.</summary>
    public static async Task ExecuteAsync(string directory, string sql) => await (await ServerAsync()).ExecuteAsync(sql, await NameOfAsync(directory));

    private static Task<string> NameOfAsync(string directory) =>
        Names.GetOrAdd(directory, async _ => await (await ServerAsync()).CreateDatabaseAsync());

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            await (await server).DisposeAsync();
        }
    }

    private static Task<PostgreSqlServer> ServerAsync()
    {
        lock (Lock)
        {
            return _server ??= PostgreSqlServer.StartAsync(isDurable: false);
        }
    }
}

using Phira.PluginService.Testing.PostgreSql;

namespace Phira.PluginService.Storage.Tests.PostgreSql;

/// <summary>A server for the tests of one class, which they may kill.</summary>
public sealed class OwnPostgreSqlServer : IAsyncLifetime
{
    private PostgreSqlServer? _server;

    /// <summary>The server; the test is skipped where there can be none.</summary>
    public PostgreSqlServer Server
    {
        get
        {
            Assert.SkipWhen(_server is null, PostgreSqlServer.Missing);
            return _server;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (PostgreSqlServer.Missing.Length == 0)
        {
            _server = await PostgreSqlServer.StartAsync();
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}

using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.PostgreSql;

namespace Phira.PluginService.Storage.Tests.PostgreSql;

public sealed class PostgreSqlOpeningTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public PostgreSqlOpeningTests() => Assert.SkipWhen(PostgreSqlServer.Missing.Length > 0, PostgreSqlServer.Missing);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrations_make_exactly_the_model()
    {
        await using var storage = await OpenAsync();
        await using var context = storage.CreateContext();
        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Stop));
    }

    [Fact]
    public async Task Every_commit_reaches_the_disk_also_where_the_server_would_acknowledge_before()
    {
        var connection = await SharedPostgreSqlServer.DatabaseOfAsync(_directory.Path);
        await using var storage = await OpenAsync($"{connection};Options=-c synchronous_commit=off");

        var setting = await storage.Writer.WriteAsync(
            context => context.Database.SqlQuery<string>($"""SELECT current_setting('synchronous_commit') AS "Value" """).SingleAsync(), Stop);

        Assert.Equal("on", setting);
    }

    [Fact]
    public async Task A_server_that_does_not_respond_is_named_with_host_and_port()
    {
        // Bound, and nobody listens.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        var error = await OpenRefusedAsync($"Host=127.0.0.1;Port={port};Database=phira;Username=phira;Password=very-secret");

        AssertNames(error, StorageErrors.Unreachable, $"127.0.0.1:{port}/phira");
        Assert.DoesNotContain("very-secret", error.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_refused_with_what_the_server_said()
    {
        var connection = await SharedPostgreSqlServer.DatabaseOfAsync(_directory.Path);

        var error = await OpenRefusedAsync($"{connection};Database=nowhere");

        AssertNames(error, StorageErrors.DatabaseRefused, "/nowhere");
        Assert.Contains("3D000", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_create_tables_is_refused()
    {
        var connection = await SharedPostgreSqlServer.DatabaseOfAsync(_directory.Path);
        await SharedPostgreSqlServer.ExecuteAsync(_directory.Path, "REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE ROLE reader LOGIN;");

        var error = await OpenRefusedAsync($"{connection};Username=reader");

        Assert.Equal(StorageErrors.DatabaseRefused, error.Code);
        Assert.Contains("42501", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await (await OpenAsync()).DisposeAsync();
        await SharedPostgreSqlServer.ExecuteAsync(
            _directory.Path, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_FromTheFuture', '99.0.0')""");

        var error = await OpenRefusedAsync(await SharedPostgreSqlServer.DatabaseOfAsync(_directory.Path));

        AssertNames(error, StorageErrors.NewerSchema, "postgresql://");
        Assert.Contains("29990101000000_FromTheFuture", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_instance_on_the_same_database_is_refused_until_the_first_has_stopped()
    {
        var connection = await SharedPostgreSqlServer.DatabaseOfAsync(_directory.Path);
        await using (var first = await OpenAsync(connection))
        {
            AssertNames(await OpenRefusedAsync(connection, "other"), StorageErrors.DatabaseInUse, "postgresql://");
        }

        await using var second = await OpenAsync(connection, "other");
    }

    [Fact]
    public async Task A_server_that_takes_no_writes_is_refused()
    {
        var connection = await SharedPostgreSqlServer.DatabaseOfAsync(_directory.Path);

        var error = await OpenRefusedAsync($"{connection};Options=-c default_transaction_read_only=on");

        AssertNames(error, StorageErrors.ReadOnly, "postgresql://");
    }

    [Fact]
    public async Task A_database_with_another_encoding_is_refused()
    {
        var connection = await SharedPostgreSqlServer.CreateDatabaseAsync("ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'");

        var error = await OpenRefusedAsync(connection);

        AssertNames(error, StorageErrors.UnsupportedServer, "postgresql://");
        Assert.Contains("SQL_ASCII", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connection_string_may_be_in_a_file()
    {
        var file = _directory.Write("connection", $"{await SharedPostgreSqlServer.DatabaseOfAsync(_directory.Path)}\n");
        await using (var storage = await OpenAsync("", file: file))
        {
            await storage.Plugins.SetDesiredStateAsync(PluginName.Parse("welcome"), DesiredState.Stopped, Stop);
        }

        await using var reopened = await OpenAsync();
        Assert.Single(await reopened.Plugins.GetDesiredStatesAsync(Stop));
    }

    public void Dispose() => _directory.Dispose();

    private static void AssertNames(Error error, ErrorCode code, string place)
    {
        Assert.Equal(code, error.Code);
        Assert.Contains(place, error.Message(Language.English), StringComparison.Ordinal);
        Assert.Contains(place, error.Message(Language.Chinese), StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy(Language.Chinese));
    }

    private async Task<StorageUnderTest> OpenAsync() => await StorageUnderTest.OpenAsync(StorageProvider.Postgresql, _directory);

    private Task<StorageUnderTest> OpenAsync(string connection, string folder = "data", string file = "") => StorageUnderTest.OpenAsync(
        _directory[folder],
        options => (options.Provider, options.ConnectionString, options.ConnectionStringFile) = (StorageProvider.Postgresql, connection, file));

    private Task<Error> OpenRefusedAsync(string connection, string folder = "data") => StorageUnderTest.OpenRefusedAsync(
        _directory[folder],
        options => (options.Provider, options.ConnectionString, options.BusyTimeoutSecs) = (StorageProvider.Postgresql, connection, 1));
}

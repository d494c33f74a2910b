using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.PostgreSql;

namespace Phira.PluginService.Storage.Tests.PostgreSql;

/// <summary>The server is killed, or the connection to it is lost, while the storage is open.</summary>
public sealed class LostServerTests(OwnPostgreSqlServer own) : IClassFixture<OwnPostgreSqlServer>, IDisposable
{
    private static readonly PluginName Welcome = PluginName.Parse("welcome");
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PostgreSqlServer Server => own.Server;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_it_is_gone_writes_and_reads_say_so_and_all_is_well_when_it_is_back(bool isKilled)
    {
        await using var storage = await OpenAsync(await Server.CreateDatabaseAsync());
        await storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Running, Stop);
        await storage.Audit.AppendAsync(Record("before"), Stop);

        await (isKilled ? Server.KillAsync() : Server.StopAsync());

        var refused = await Assert.ThrowsAsync<StorageException>(() => storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Stopped, Stop));
        Assert.Equal(StorageErrors.Unreachable, refused.Error.Code);
        Assert.Equal(StorageErrors.Unreachable, storage.Health.Check()?.Code);
        var unread = await Assert.ThrowsAsync<StorageException>(() => storage.Plugins.GetDesiredStatesAsync(Stop));
        Assert.Equal(StorageErrors.Unreachable, unread.Error.Code);
        foreach (var action in (string[])["first", "second"])
        {
            await Assert.ThrowsAsync<StorageException>(() => storage.Audit.AppendAsync(Record(action), Stop));
        }

        await Server.RestartAsync();
        await LookAgainAsync(storage);

        Assert.Null(storage.Health.Problem);
        Assert.Equal(DesiredState.Running, (await storage.Plugins.GetDesiredStatesAsync(Stop))[Welcome]);
        await storage.Audit.AppendAsync(Record("after"), Stop);
        Assert.Equal(["before", "first", "second", "after"], await AuditedAsync(storage));
        Assert.Null(await storage.Audit.FindBrokenEntryAsync(Stop));
    }

    [Fact]
    public async Task A_restart_between_two_operations_is_not_noticed()
    {
        await using var storage = await OpenAsync(await Server.CreateDatabaseAsync());
        await storage.Audit.AppendAsync(Record("before"), Stop);
        Assert.Single(await AuditedAsync(storage));

        await Server.KillAsync();
        await Server.RestartAsync();

        Assert.Equal(["before"], await AuditedAsync(storage));
        await storage.Audit.AppendAsync(Record("after"), Stop);
        Assert.Null(storage.Health.Problem);
        Assert.Equal(["before", "after"], await AuditedAsync(storage));
    }

    [Fact]
    public async Task Its_loss_is_noticed_while_nobody_writes()
    {
        await using var storage = await OpenAsync(await Server.CreateDatabaseAsync());
        await storage.Audit.AppendAsync(Record("before"), Stop);
        await Server.KillAsync();

        _time.Advance(LookInterval);

        await Eventually.IsTrueAsync(() => storage.Health.Problem?.Code == StorageErrors.Unreachable, "the loss is known");
        await Server.RestartAsync();
    }

    [Fact]
    public async Task A_commit_whose_reply_is_lost_has_happened_once()
    {
        var database = await Server.CreateDatabaseAsync();
        await using var line = new CutLine(Server.SocketPath);
        await using var storage = await OpenAsync(database, line.Directory);
        await storage.Audit.AppendAsync(Record("before"), Stop);

        line.CutAfterNextCommit();
        await storage.Audit.AppendAsync(Record("once"), Stop);

        Assert.True(line.WasCut);
        Assert.Null(storage.Health.Problem);
        Assert.Equal(["before", "once"], await AuditedAsync(storage));
    }

    [Fact]
    public async Task A_commit_whose_reply_is_lost_with_the_server_has_happened_once()
    {
        var database = await Server.CreateDatabaseAsync();
        await using var line = new CutLine(Server.SocketPath);
        await using var storage = await OpenAsync(database, line.Directory);

        line.CutAfterNextCommit(staysCut: true);
        await Assert.ThrowsAsync<StorageException>(() => storage.Audit.AppendAsync(Record("once"), Stop));
        await Assert.ThrowsAsync<StorageException>(() => storage.Audit.AppendAsync(Record("later"), Stop));
        line.Mend();
        await LookAgainAsync(storage);

        Assert.Null(storage.Health.Problem);
        Assert.True(line.WasCut);
        Assert.Equal(["once", "later"], await AuditedAsync(storage));
    }

    [Fact]
    public async Task An_instance_that_has_lost_its_connection_cannot_write_where_another_one_has_taken_over()
    {
        var database = await Server.CreateDatabaseAsync();
        await using var first = await OpenAsync(database, busyTimeoutSecs: 1);
        await first.Audit.AppendAsync(Record("first"), Stop);
        await Server.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'", database);
        await using var second = await OpenAsync(database, folder: "second");

        var refused = await Assert.ThrowsAsync<StorageException>(() => first.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Stopped, Stop));

        Assert.Equal(StorageErrors.DatabaseInUse, refused.Error.Code);
        await second.Audit.AppendAsync(Record("second"), Stop);
        Assert.Equal(["first", "second"], await AuditedAsync(second));
    }

    public void Dispose() => _directory.Dispose();

    private static AuditRecord Record(string action) => new("ann", action, "plugin:welcome", "", AuditRecord.Done, "1");

    private static async Task<IEnumerable<string>> AuditedAsync(StorageUnderTest storage) =>
        (await storage.Audit.ReadAsync(new AuditQuery { Count = 100 }, Stop)).Reverse().Select(entry => entry.Record.Action);

    private Task<StorageUnderTest> OpenAsync(
        string database, string? host = null, string folder = "data", int busyTimeoutSecs = 300) => StorageUnderTest.OpenAsync(
        _directory[folder],
        options =>
        {
            options.Provider = StorageProvider.Postgresql;
            options.ConnectionString = Server.ConnectionString(database) + (host is null ? "" : $";Host={host}");
            options.BusyTimeoutSecs = busyTimeoutSecs;
        },
        _time);

    /// <summary>Lets the time pass after which the database is asked, and the answer come.</summary>
    private async Task LookAgainAsync(StorageUnderTest storage)
    {
        _time.Advance(LookInterval);

        // Writes are carried out in order: when this one is settled, so is the look.
        await Xunit.Record.ExceptionAsync(() => storage.Plugins.SetDesiredStateAsync(PluginName.Parse("dice"), DesiredState.Running, Stop));
    }
}

using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.PostgreSql;

namespace Phira.PluginService.Storage.Tests.PostgreSql;

/// <summary>The database is on a real file system of 24 MiB, which is filled to the last page. The rest of the server has room.</summary>
public sealed class FullDatabaseTests(OwnPostgreSqlServer own) : IClassFixture<OwnPostgreSqlServer>, IAsyncLifetime
{
    private static readonly PluginName Welcome = PluginName.Parse("welcome");
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);
    private static int _tablespaces;

    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private string _database = "";
    private SmallDisk? _mounted;
    private StorageUnderTest? _opened;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PostgreSqlServer Server => own.Server;

    private SmallDisk Disk => _mounted ?? throw new InvalidOperationException("No disk is mounted.");

    private StorageUnderTest Storage => _opened ?? throw new InvalidOperationException("The storage is not open.");

    public async ValueTask InitializeAsync()
    {
        var server = Server;
        _mounted = SmallDisk.TryMount(24, out var reason);
        Assert.SkipWhen(_mounted is null, reason);
        var name = $"small_{Interlocked.Increment(ref _tablespaces)}";
        await server.ExecuteAsync($"CREATE TABLESPACE {name} LOCATION '{PostgreSqlServer.CreateDirectory(_mounted.Path)}'");
        _database = await server.CreateDatabaseAsync($"TABLESPACE {name}");
        _opened = await StorageUnderTest.OpenAsync(
            _directory["data"],
            options => (options.Provider, options.ConnectionString) = (StorageProvider.Postgresql, server.ConnectionString(_database)),
            _time);
        await Storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Running, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        _mounted?.Free();
        await (_opened?.DisposeAsync() ?? ValueTask.CompletedTask);
        if (_database.Length > 0)
        {
            await Server.ExecuteAsync($"DROP DATABASE {_database} WITH (FORCE)");
        }

        _mounted?.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_write_that_finds_no_room_says_so_and_changes_nothing()
    {
        Disk.Fill();

        var (written, refused) = await WriteUntilRefusedAsync();

        Assert.Equal(DiskErrors.Full, refused.Error.Code);
        Assert.Contains(_database, refused.Error.Message(), StringComparison.Ordinal);
        Assert.Equal(DiskErrors.Full, Storage.Health.Check()?.Code);
        Assert.Equal(written, (await Storage.Plugins.GetConfigAsync(Welcome, Stop))?.Revision ?? 0);
    }

    [Fact]
    public async Task Records_for_which_there_is_no_room_are_kept_and_written_in_order_when_there_is()
    {
        Disk.Fill();
        await WriteUntilRefusedAsync();
        var appended = 0;
        while (await Xunit.Record.ExceptionAsync(() => AppendAsync(appended++)) is null)
        {
            // There may still be room on the last page of the table.
        }

        await Assert.ThrowsAsync<StorageException>(() => AppendAsync(appended++));
        Disk.Free();
        await LookAgainAsync();

        Assert.Null(Storage.Health.Problem);
        var entries = await Storage.Audit.ReadAsync(new AuditQuery { Count = 1000 }, Stop);
        Assert.Equal(Enumerable.Range(0, appended).Select(number => $"act {number}"), entries.Reverse().Select(entry => entry.Record.Action));
        Assert.Null(await Storage.Audit.FindBrokenEntryAsync(Stop));
    }

    [Fact]
    public async Task It_works_again_by_itself_when_there_is_room_and_not_before()
    {
        Disk.Fill();
        var (written, _) = await WriteUntilRefusedAsync();
        await LookAgainAsync();
        Assert.Equal(DiskErrors.Full, Storage.Health.Problem?.Code);

        Disk.Free();
        await LookAgainAsync();

        Assert.Null(Storage.Health.Problem);
        Assert.True((await WriteAsync(written)).IsSuccess);
    }

    private Task<AuditEntry> AppendAsync(int number) =>
        Storage.Audit.AppendAsync(new AuditRecord("ann", $"act {number}", "plugin:welcome", "", AuditRecord.Done, "1"), Stop);

    // Long enough to need new pages soon.
    private Task<Result<ConfigRevision>> WriteAsync(int revision) => Storage.Plugins.AppendConfigAsync(
        Welcome, revision, $$"""{"text":"{{Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20_000))}}"}""", "ann", Stop);

    private async Task<(int Written, StorageException Refused)> WriteUntilRefusedAsync()
    {
        for (var revision = 0; ; revision++)
        {
            try
            {
                Assert.True((await WriteAsync(revision)).IsSuccess);
            }
            catch (StorageException exception)
            {
                return (revision, exception);
            }
        }
    }

    /// <summary>Lets the time pass after which the database is asked, and the answer come.</summary>
    private async Task LookAgainAsync()
    {
        _time.Advance(LookInterval);

        // Writes are carried out in order: when this one is settled, so is the look.
        await Xunit.Record.ExceptionAsync(() => Storage.Plugins.SetDesiredStateAsync(PluginName.Parse("dice"), DesiredState.Running, Stop));
    }
}

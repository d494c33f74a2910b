using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Health;

/// <summary>The data directory is on a real file system of 8 MiB, which is filled to the last page.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private static readonly PluginName Welcome = PluginName.Parse("welcome");
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private SmallDisk? _disk;
    private StorageUnderTest? _storage;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _disk = SmallDisk.TryMount(8, out var reason);
        Assert.SkipWhen(_disk is null, reason);
        _storage = await StorageUnderTest.OpenAsync(Path.Combine(_disk.Path, "data"), time: _time);
        await _storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Running, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await (_storage?.DisposeAsync() ?? ValueTask.CompletedTask);
        _disk?.Dispose();
    }

    [Fact]
    public async Task A_write_that_finds_no_room_says_so_and_changes_nothing()
    {
        Fill();

        var refused = await Assert.ThrowsAsync<StorageException>(() => _storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Stopped, Stop));

        Assert.Equal(DiskErrors.Full, refused.Error.Code);
        Assert.Contains(_disk.Path, refused.Error.Message(), StringComparison.Ordinal);
        Assert.Equal(DiskErrors.Full, _storage.Health.Problem?.Code);
        Assert.Equal(DesiredState.Running, (await _storage.Plugins.GetDesiredStatesAsync(Stop))[Welcome]);
    }

    [Fact]
    public void A_lack_of_room_is_seen_before_anything_is_carried_out()
    {
        Assert.NotNull(_storage);
        Assert.Null(_storage.Health.Check());
        Fill();

        Assert.Equal(DiskErrors.Full, _storage.Health.Check()?.Code);
    }

    [Fact]
    public async Task What_has_happened_already_is_recorded_in_the_room_of_the_reserve()
    {
        Fill();

        await _storage.Audit.AppendAsync(Record("reload"), Stop);

        Assert.NotNull(_storage.Health.Problem);
        Assert.Equal("reload", Assert.Single(await _storage.Audit.ReadAsync(new AuditQuery(), Stop)).Record.Action);
        await Assert.ThrowsAsync<StorageException>(() => _storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Stopped, Stop));
    }

    [Fact]
    public async Task Records_for_which_there_is_no_room_at_all_are_kept_and_written_in_order_when_there_is()
    {
        Fill();
        var written = await AppendUntilRefusedAsync();
        await Assert.ThrowsAsync<StorageException>(() => _storage.Audit.AppendAsync(Record("next"), Stop));
        await Assert.ThrowsAsync<StorageException>(() => _storage.UsedRecords.AddAsync(7, 100, Stop));

        _disk.Free();
        await LookAgainAsync();

        Assert.Null(_storage.Health.Problem);
        var entries = await _storage.Audit.ReadAsync(new AuditQuery { Count = 1000 }, Stop);
        Assert.Equal(
            [.. Enumerable.Range(0, written + 1).Select(number => $"act {number}"), "next"],
            entries.Reverse().Select(entry => entry.Record.Action));
        Assert.Null(await _storage.Audit.FindBrokenEntryAsync(Stop));
        Assert.Equal([7], await _storage.UsedRecords.GetNewestAsync(10, Stop));
    }

    [Fact]
    public async Task It_works_again_by_itself_when_there_is_room_and_not_before()
    {
        Fill();
        Assert.NotNull(_storage.Health.Check());
        await LookAgainAsync();
        Assert.NotNull(_storage.Health.Problem);

        _disk.Free();
        await LookAgainAsync();

        Assert.Null(_storage.Health.Problem);
        await _storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Stopped, Stop);
        Assert.Equal(DesiredState.Stopped, (await _storage.Plugins.GetDesiredStatesAsync(Stop))[Welcome]);
    }

    [Fact]
    public async Task A_restart_on_a_full_disk_finds_room_where_the_reserve_was()
    {
        Assert.NotNull(_storage);
        await _storage.DisposeAsync();
        Fill();

        _storage = await StorageUnderTest.OpenAsync(Path.Combine(_disk.Path, "data"), time: _time);

        Assert.Equal(DiskErrors.Full, _storage.Health.Problem?.Code);
        Assert.Equal(DesiredState.Running, (await _storage.Plugins.GetDesiredStatesAsync(Stop))[Welcome]);
        _disk.Free();
        await LookAgainAsync();
        Assert.Null(_storage.Health.Problem);
    }

    [Fact]
    public async Task A_disk_that_fills_up_is_noticed_while_nobody_writes()
    {
        Fill();

        await LookAgainAsync();

        Assert.Equal(DiskErrors.Full, _storage.Health.Problem?.Code);
    }

    private static AuditRecord Record(string action) => new("ann", action, "plugin:welcome", "", AuditRecord.Done, "1");

    [MemberNotNull(nameof(_storage), nameof(_disk))]
    private void Fill()
    {
        Assert.NotNull(_storage);
        Assert.NotNull(_disk);
        _disk.Fill();
    }

    /// <summary>Uses up the room of the reserve, too.</summary>
    /// <returns>Number of records that were written.</returns>
    private async Task<int> AppendUntilRefusedAsync()
    {
        for (var number = 0; ; number++)
        {
            try
            {
                await _storage!.Audit.AppendAsync(Record($"act {number}"), Stop);
            }
            catch (StorageException)
            {
                return number;
            }

            _disk!.Fill();
        }
    }

    /// <summary>Lets the time pass after which the disk is looked at, and the look take place.</summary>
    private async Task LookAgainAsync()
    {
        _time.Advance(LookInterval);

        // Writes are carried out in order: when this one is settled, so is the look.
        await Xunit.Record.ExceptionAsync(() => _storage!.Plugins.SetDesiredStateAsync(PluginName.Parse("dice"), DesiredState.Running, Stop));
    }
}

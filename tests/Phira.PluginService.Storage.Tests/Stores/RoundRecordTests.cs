using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class RoundRecordTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(Start);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_result_survives_a_restart_with_every_field(StorageProvider provider)
    {
        var record = new RoundRecord(new ChartSnapshot(9, "谱面 🎮"), "room-1", Start, new PlayRecord
        {
            Id = 11,
            Player = new UserId(5),
            Chart = 8,
            Score = 999_999,
            Accuracy = 0.984375f,
            FullCombo = true,
            Perfect = 1,
            Good = 2,
            Bad = 3,
            Miss = 4,
            MaxCombo = 6,
        });
        var bare = record with { Play = new PlayRecord { Id = 12, Player = new UserId(5), Score = 0, Accuracy = 0, FullCombo = false } };
        await using (var storage = await OpenAsync(provider))
        {
            await storage.RoundRecords.AddAsync(record, Stop);
            await storage.RoundRecords.AddAsync(bare, Stop);
        }

        await using var reopened = await OpenAsync(provider);
        var page = await reopened.RoundRecords.GetOfUserAsync(new UserId(5), chart: null, before: null, 10, Stop);

        Assert.Equal([bare, record], page.Records);
        Assert.Null(page.Next);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Pages_go_back_in_time_and_hold_the_results_of_one_player_and_chart(StorageProvider provider)
    {
        await using var storage = await OpenAsync(provider);
        foreach (var (id, user, chart) in ((int, int, int)[])[(1, 5, 9), (2, 6, 9), (3, 5, 8), (4, 5, 9), (5, 5, 9)])
        {
            await storage.RoundRecords.AddAsync(Record(id, user, chart), Stop);
        }

        Assert.Equal(["5 4", "3 1"], await ReadAsync(storage, user: 5, chart: null));
        Assert.Equal(["5 4", "1"], await ReadAsync(storage, user: 5, chart: 9));
        Assert.Equal(["2"], await ReadAsync(storage, user: 6, chart: null));
        Assert.Equal([""], await ReadAsync(storage, user: 7, chart: null));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_result_that_arrives_between_two_pages_moves_nothing(StorageProvider provider)
    {
        await using var storage = await OpenAsync(provider);
        for (var id = 1; id <= 3; id++)
        {
            await storage.RoundRecords.AddAsync(Record(id), Stop);
        }

        var first = await storage.RoundRecords.GetOfUserAsync(new UserId(5), chart: null, before: null, 2, Stop);
        await storage.RoundRecords.AddAsync(Record(4), Stop);
        var second = await storage.RoundRecords.GetOfUserAsync(new UserId(5), chart: null, first.Next, 2, Stop);

        Assert.Equal(("3 2", "1"), (Ids(first), Ids(second)));
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_oldest_make_room_for_new_ones(StorageProvider provider)
    {
        await using var storage = await OpenAsync(provider, records: 3);
        for (var id = 1; id <= 5; id++)
        {
            await storage.RoundRecords.AddAsync(Record(id), Stop);
        }

        Assert.Equal(["5 4", "3"], await ReadAsync(storage, user: 5, chart: null));
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_is_too_old_goes_when_a_result_arrives(StorageProvider provider)
    {
        await using var storage = await OpenAsync(provider, days: 30);
        await storage.RoundRecords.AddAsync(Record(1), Stop);
        _time.Advance(TimeSpan.FromDays(1));
        await storage.RoundRecords.AddAsync(Record(2), Stop);
        _time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        await storage.RoundRecords.AddAsync(Record(3), Stop);

        Assert.Equal(["3 2"], await ReadAsync(storage, user: 5, chart: null));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Nothing_is_kept_when_the_settings_say_so(StorageProvider provider)
    {
        await using var storage = await OpenAsync(provider, records: 0);
        await storage.RoundRecords.AddAsync(Record(1), Stop);

        Assert.Equal([""], await ReadAsync(storage, user: 5, chart: null));
    }

    public void Dispose() => _directory.Dispose();

    private Task<StorageUnderTest> OpenAsync(StorageProvider provider, int records = 100, int days = 365) => StorageUnderTest.OpenAsync(
        provider, _directory, options => (options.RoundRecords, options.RoundRecordDays) = (records, days), _time);

    private RoundRecord Record(int id, int user = 5, int chart = 9) => new(
        new ChartSnapshot(chart, "chart"),
        "room",
        _time.GetUtcNow(),
        new PlayRecord { Id = id, Player = new UserId(user), Score = id, Accuracy = 1, FullCombo = false });

    private static async Task<List<string>> ReadAsync(StorageUnderTest storage, int user, int? chart)
    {
        var pages = new List<string>();
        long? before = null;
        do
        {
            var page = await storage.RoundRecords.GetOfUserAsync(new UserId(user), chart, before, 2, Stop);
            pages.Add(Ids(page));
            before = page.Next;
        }
        while (before is not null);

        return pages;
    }

    private static string Ids(RoundRecordPage page) => string.Join(' ', page.Records.Select(record => record.Play.Id));
}

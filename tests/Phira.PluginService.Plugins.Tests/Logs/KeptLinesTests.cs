using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Logs;

/// <summary>The log of a plugin in memory and on real files.</summary>
public sealed class KeptLinesTests : IAsyncDisposable
{
    private const long Quota = 1L << 20;
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();
    private LogWriter _writer = new(NullLogger<LogWriter>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_outlast_the_service_with_their_numbers_and_fields()
    {
        var log = Open();
        log.Add(Line("一\n二") with { Level = PluginLogLevel.Error, Fields = ImmutableDictionary<string, string>.Empty.Add("key", "\"value\"\u2028") });
        log.Add(Line("two"));
        var before = log.Read(10);

        await RestartAsync();

        var after = Open();
        Assert.Equal(before.Select(Text), after.Read(10).Select(Text));
        after.Add(Line("three"));
        Assert.Equal([1, 2, 3], after.Read(10).Select(line => line.Number));
        Assert.Equal(["一\n二", "two", "three"], (await AllAsync(after)).Select(line => line.Message));
    }

    [Fact]
    public async Task Within_the_quota_the_oldest_lines_go()
    {
        var log = Open();
        for (var number = 1; number <= 400; number++)
        {
            log.Add(Line(new string('x', 8000)));
            await _writer.FlushAsync(Stop);
        }

        Assert.InRange(BytesOnDisk(), Quota / 2, Quota);
        var kept = await AllAsync(log);
        Assert.Equal(400, kept[^1].Number);
        Assert.InRange(kept[0].Number, 2, 399);
        Assert.Equal(Enumerable.Range((int)kept[0].Number, kept.Count), kept.Select(line => (int)line.Number));
    }

    [Fact]
    public async Task A_search_goes_back_through_memory_and_disk_page_by_page()
    {
        var log = Open();
        for (var number = 1; number <= 1200; number++)
        {
            log.Add(Line(number % 100 == 0 ? $"Found {number}" : "nothing"));
            await _writer.FlushAsync(Stop);
        }

        var newest = await log.SearchAsync(new PluginLogQuery { Text = "found", Count = 5 }, Stop);
        var older = await log.SearchAsync(new PluginLogQuery { Text = "found", Count = 5, Before = newest.NextBefore }, Stop);
        var oldest = await log.SearchAsync(new PluginLogQuery { Text = "found", Count = 5, Before = older.NextBefore }, Stop);

        Assert.Equal([800, 900, 1000, 1100, 1200], newest.Lines.Select(line => line.Number));
        Assert.Equal([300, 400, 500, 600, 700], older.Lines.Select(line => line.Number));
        Assert.Equal([100, 200], oldest.Lines.Select(line => line.Number));
        Assert.Null(oldest.NextBefore);
    }

    [Fact]
    public async Task Level_and_time_narrow_a_search_and_fields_are_searched_too()
    {
        var log = Open();
        for (var minute = 0; minute < 5; minute++)
        {
            log.Add(Line("line") with
            {
                At = Noon.AddMinutes(minute),
                Level = (PluginLogLevel)minute,
                Fields = ImmutableDictionary<string, string>.Empty.Add("user", $"{minute}"),
            });
        }

        Assert.Equal([4, 5], await NumbersAsync(new PluginLogQuery { Least = PluginLogLevel.Warn }));
        Assert.Equal([2, 3], await NumbersAsync(new PluginLogQuery { From = Noon.AddMinutes(1), Until = Noon.AddMinutes(3) }));
        Assert.Equal([4], await NumbersAsync(new PluginLogQuery { Text = "USER=3" }));

        async Task<IEnumerable<long>> NumbersAsync(PluginLogQuery query) => (await log.SearchAsync(query, Stop)).Lines.Select(line => line.Number);
    }

    [Fact]
    public async Task A_line_that_was_cut_off_is_left_out_and_does_not_spoil_the_next_one()
    {
        Open().Add(Line("whole"));
        await RestartAsync();
        await File.AppendAllTextAsync(Assert.Single(Files()), """{"n":2,"t":"2026-11""", Stop);

        var log = Open();
        log.Add(Line("next"));

        Assert.Equal(["whole", "next"], (await AllAsync(log)).Select(line => line.Message));
    }

    [Fact]
    public async Task Without_a_place_on_disk_the_newest_lines_are_searched_in_memory()
    {
        var log = new KeptLines(disk: null, _writer, NullLogger.Instance);
        for (var number = 1; number <= KeptLines.Capacity + 10; number++)
        {
            log.Add(Line("line"));
        }

        var page = await log.SearchAsync(new PluginLogQuery { Count = 1000 }, Stop);

        Assert.Equal((KeptLines.Capacity, 11L), (page.Lines.Count, page.Lines[0].Number));
        Assert.Null(page.NextBefore);
        Assert.Equal(KeptLines.Capacity, (await AllAsync(log)).Count);
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_leaves_the_lines_in_memory()
    {
        await File.WriteAllTextAsync(_directory["dice"], "a file where the folder should be", Stop);
        var log = Open();

        log.Add(Line("kept"));
        await _writer.FlushAsync(Stop);

        Assert.Equal("kept", Assert.Single(log.Read(10)).Message);
    }

    [Fact]
    public async Task Files_are_for_the_account_of_the_service_alone()
    {
        Open().Add(Line("secret"));
        await _writer.FlushAsync(Stop);

        Assert.False(OwnerOnlyFiles.IsOpenToOthers(Assert.Single(Files())));
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _directory.Dispose();
    }

    private static PluginLogLine Line(string message) => new(Noon, PluginLogLevel.Info, message, ImmutableDictionary<string, string>.Empty);

    private static string Text(PluginLogLine line) => $"{line.Number} {line.At:O} {line.Level} {line.Message} {string.Join(' ', line.Fields)}";

    private static async Task<List<PluginLogLine>> AllAsync(KeptLines log) => await log.ReadAllAsync(Stop).ToListAsync(Stop);

    private KeptLines Open() => new(new LogSegments(_directory["dice"], Quota), _writer, NullLogger.Instance);

    private async Task RestartAsync()
    {
        await _writer.DisposeAsync();
        _writer = new LogWriter(NullLogger<LogWriter>.Instance);
    }

    private string[] Files() => Directory.GetFiles(_directory["dice"]);

    private long BytesOnDisk() => Files().Sum(file => new FileInfo(file).Length);
}

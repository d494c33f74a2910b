using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Logging;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Tests.Logging;

public sealed class LogFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Has_the_lines_of_the_console_and_continues_after_a_restart()
    {
        Write(new LoggingOptions(), "one");
        Write(new LoggingOptions(), "two");

        Assert.Equal(
            ["2026-11-22T12:00:00.000Z info: Category[7] one", "2026-11-22T12:00:00.000Z info: Category[7] two"],
            File.ReadAllLines(Assert.Single(Files())));
    }

    [Fact]
    public void Is_as_JSON_when_the_log_is()
    {
        Write(new LoggingOptions { Format = LogFormat.Json }, "七");

        Assert.StartsWith("{\"time\":\"2026-11-22T12:00:00+00:00\"", File.ReadAllText(Assert.Single(Files())), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_followed_by_another_when_it_is_full_and_the_oldest_is_deleted()
    {
        Write(new LoggingOptions { FileBytes = 300, KeptFiles = 3 }, [.. Enumerable.Range(1, 100).Select(number => $"entry {number}")]);

        var files = Files();
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.InRange(new FileInfo(file).Length, 1, 400));
        var kept = files.SelectMany(File.ReadAllLines).Select(line => int.Parse(line[(line.LastIndexOf(' ') + 1)..])).ToList();
        Assert.Equal(Enumerable.Range(kept[0], kept.Count), kept);
        Assert.Equal(100, kept[^1]);
    }

    [Fact]
    public void That_cannot_be_written_keeps_the_service_from_starting_and_says_why()
    {
        _directory.Write("logs", "a file where the directory should be");

        var exception = Assert.Throws<StartupException>(() => Write(new LoggingOptions(), "one"));

        Assert.Equal(StartupErrors.LogFileUnusable, exception.Error.Code);
        Assert.Equal(_directory["logs/phira.log"], $"{exception.Error.Arguments[0]}");
    }

    [Fact]
    public void Without_a_setting_there_is_none()
    {
        using var file = new LogFile(Options.Create(new LoggingOptions()), _clock);

        Assert.False(file.CreateLogger("Category").IsEnabled(LogLevel.Critical));
    }

    public void Dispose() => _directory.Dispose();

    private void Write(LoggingOptions options, params string[] messages)
    {
        options.File = _directory["logs/phira.log"];
        using var file = new LogFile(Options.Create(options), _clock);
        var logger = file.CreateLogger("Category");
        foreach (var message in messages)
        {
            logger.LogInformation(new EventId(7), "{Message}", message);
        }
    }

    // The names sort by age: the date, then the number.
    private string[] Files() => [.. Directory.GetFiles(_directory["logs"]).OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal)];
}

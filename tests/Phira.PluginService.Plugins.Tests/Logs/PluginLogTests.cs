using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Logs;

public sealed class PluginLogTests : IAsyncDisposable
{
    private readonly TestLogs _host = new();
    private readonly LogWriter _writer = new(NullLogger<LogWriter>.Instance);
    private readonly PluginLog _log;

    public PluginLogTests() => _log = new PluginLog(
        _host.CreateLogger("Plugin.test"),
        new PluginCounters(),
        TimeProvider.System,
        linesPerSecond: 100,
        new KeptLines(disk: null, _writer, NullLogger.Instance));

    [Fact]
    public void Neither_text_nor_fields_forge_lines_of_the_hosts_log_or_command_its_terminal()
    {
        _log.Write(PluginLogLevel.Info, "a\nb\u001b[2J", [KeyValuePair.Create("k\re", "v\u001b[1A")]);

        Assert.Equal("a ⏎ b\uFFFD[2J k ⏎ e=v\uFFFD[1A", Assert.Single(_host.Lines).Text);
    }

    [Fact]
    public void All_fields_of_a_line_together_are_no_longer_than_its_text_may_be()
    {
        var longest = new string('x', PluginLog.MaximumLength);

        _log.Write(PluginLogLevel.Info, longest + "y", [.. Enumerable.Range(0, 40).Select(i => KeyValuePair.Create($"{i}", longest))]);

        var line = Assert.Single(_log.Kept.Read(10));
        Assert.Equal(longest, line.Message);
        Assert.Equal(PluginLog.MaximumLength, line.Fields.Sum(field => field.Key.Length + field.Value.Length));
        Assert.Equal(longest[1..], line.Fields["0"]);
    }

    [Fact]
    public void Fields_that_fit_are_kept_whole()
    {
        _log.Write(PluginLogLevel.Info, "text", [KeyValuePair.Create("one", "1"), KeyValuePair.Create("two", "2"), KeyValuePair.Create("one", "3")]);

        var line = Assert.Single(_log.Kept.Read(10));
        Assert.Equal(("3", "2", 2), (line.Fields["one"], line.Fields["two"], line.Fields.Count));
    }

    [Fact]
    public void A_text_is_not_cut_inside_a_character()
    {
        var text = new string('a', PluginLog.MaximumLength - 1);

        _log.Write(PluginLogLevel.Info, text + "🎵", []);

        Assert.Equal(text, Assert.Single(_log.Kept.Read(10)).Message);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _host.Dispose();
    }
}

using System.Text.Json;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Logging;

namespace Phira.PluginService.Tests.Logging;

public sealed class LineFormatTests
{
    private static readonly LogLine Line = new(
        new DateTimeOffset(2026, 11, 22, 12, 0, 0, 123, TimeSpan.Zero), LogLevel.Warning, "Plugin.dice", 4018, "七 rolled", Exception: null, []);

    [Fact]
    public void A_text_has_time_level_category_event_and_message()
    {
        Assert.Equal("2026-11-22T12:00:00.123Z warn: Plugin.dice[4018] 七 rolled\n", Text(Line));
    }

    [Fact]
    public void A_text_is_one_line_that_commands_no_terminal_whatever_the_message_is()
    {
        var text = Text(Line with { Message = "a\nb\e[2J", Exception = new InvalidOperationException("c\r\nd") });

        Assert.EndsWith("a ⏎ b\uFFFD[2J System.InvalidOperationException: c ⏎ d\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public void Colours_are_around_the_level_alone()
    {
        Assert.Equal(
            "2026-11-22T12:00:00.123Z \e[1m\e[33m\e[40mwarn\e[39m\e[22m\e[49m: Plugin.dice[4018] 七 rolled\n", Text(Line, new TextLineFormat(inColour: true)));
    }

    [Fact]
    public void A_JSON_object_has_the_message_and_what_it_was_made_of()
    {
        var line = Line with { Properties = [new("Count", 7), new("Name", "七"), new("At", TimeSpan.FromSeconds(1)), new("None", null), new("Is", true)] };

        Assert.Equal(
            """
            {"time":"2026-11-22T12:00:00.123+00:00","level":"warn","category":"Plugin.dice","event":4018,"message":"七 rolled","properties":{"Count":7,"Name":"七","At":"00:00:01","None":null,"Is":true}}

            """,
            Text(line, new JsonLineFormat()));
    }

    [Fact]
    public void A_JSON_object_is_one_line_whatever_the_message_is()
    {
        var text = Text(Line with { Message = "a\nb\u2028\"\ud800", Exception = new InvalidOperationException("c\nd") }, new JsonLineFormat());

        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal("a\nb\u2028\"\uFFFD", json.GetProperty("message").GetString());
        Assert.Equal("System.InvalidOperationException: c\nd", json.GetProperty("exception").GetString());
    }

    [Theory]
    [InlineData(LogLevel.Critical, "<2>Plugin.dice[4018] 七 rolled\n")]
    [InlineData(LogLevel.Error, "<3>Plugin.dice[4018] 七 rolled\n")]
    [InlineData(LogLevel.Warning, "<4>Plugin.dice[4018] 七 rolled\n")]
    [InlineData(LogLevel.Information, "<6>Plugin.dice[4018] 七 rolled\n")]
    [InlineData(LogLevel.Debug, "<7>Plugin.dice[4018] 七 rolled\n")]
    [InlineData(LogLevel.Trace, "<7>Plugin.dice[4018] 七 rolled\n")]
    public void The_journal_gets_the_priority_and_keeps_the_time_itself(LogLevel level, string text)
    {
        Assert.Equal(text, Text(Line with { Level = level }, new JournalLineFormat(LogFormat.Text)));
    }

    [Fact]
    public void The_journal_gets_JSON_with_its_priority()
    {
        Assert.StartsWith("<4>{\"time\":", Text(Line, new JournalLineFormat(LogFormat.Json)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8:12345", "socket:[12345]", true)]
    [InlineData("8:12345", "socket:[123456]", false)]
    [InlineData("8:12345", "pipe:[12345]", false)]
    [InlineData("8:12345", "/dev/null", false)]
    [InlineData("8:12345", null, false)]
    [InlineData("12345", "socket:[12345]", false)]
    public void Only_the_socket_that_systemd_names_is_the_journal(string stream, string? link, bool isJournal)
    {
        Assert.Equal(isJournal, StandardOutput.IsStream(stream, link));
    }

    private static string Text(LogLine line, ILineFormat? format = null)
    {
        using var output = new StringWriter();
        (format ?? new TextLineFormat(inColour: false)).Write(line, output);
        return output.ToString();
    }
}

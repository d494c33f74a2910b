using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The log on standard output, for an administrator and for a program that collects logs.</summary>
public sealed partial class LogOutputTests : IDisposable
{
    // Without a preset token the first start shows the setup link.
    private static readonly (string Name, string Value) NoToken = ("PHIRA_AUTH__ADMIN_TOKEN", "");

    // Lets the command have a terminal for its output.
    private static readonly string[] OnTerminal = ["bash", "-c", "exec script -qec \"$(printf '%q ' \"$@\")\" /dev/null", "bash"];

    // Gives the command a socket for its output and names it in the environment, as systemd does.
    private static readonly string[] OnJournal =
    [
        "perl",
        "-MSocket",
        "-e",
        """
        $| = 1;
        socketpair(my $journal, my $service, AF_UNIX, SOCK_STREAM, PF_UNSPEC) or die;
        my ($device, $inode) = stat $service;
        $ENV{JOURNAL_STREAM} = "$device:$inode";
        if (!fork) { open STDOUT, ">&", $service; exec @ARGV; }
        close $service;
        print while <$journal>;
        """,
    ];

    private readonly ServiceFolder _folder = new ServiceFolder().WithDelivered("welcome").WithDelivered("dice");

    [Fact]
    public async Task As_JSON_every_line_is_an_object_also_the_setup_link()
    {
        var lines = await RunAsync([("PHIRA_LOGGING__FORMAT", "json"), NoToken]);

        var entries = lines.Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Contains(entries, entry => (string?)entry["message"] is { } message && message.Contains("/#token=", StringComparison.Ordinal));
        var loaded = Assert.Single(entries, entry => (int)entry["event"]! == 4023);
        Assert.Equal(("info", "The plugins are loaded: 2 of 2 run"), ((string?)loaded["level"], (string?)loaded["message"]));
        Assert.Equal(2, (int)loaded["properties"]!["Count"]!);
    }

    [Fact]
    public async Task As_text_it_has_colours_on_a_terminal_alone()
    {
        var redirected = await RunAsync([]);
        var shown = await RunAsync([("NO_COLOR", "")], OnTerminal);

        Assert.DoesNotContain(redirected, line => line.Contains('\e', StringComparison.Ordinal));
        Assert.Contains(shown, line => line.Contains("\e[32m\e[40minfo\e[39m\e[22m\e[49m: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_journal_of_systemd_reads_the_priority_of_every_entry()
    {
        var lines = await RunAsync([], OnJournal);

        Assert.Contains("<6>Phira.PluginService.Plugins.Lifecycle.PluginStartup[4023] The plugins are loaded: 2 of 2 run", lines);
        Assert.DoesNotContain(lines, line => line.Contains("info: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_levels_of_the_variable_are_in_effect()
    {
        var lines = await RunAsync([("PHIRA_LOG", "phira.Plugins.Lifecycle.Records=off")]);

        Assert.Contains(lines, line => line.Contains("Phira.PluginService.Plugins.Lifecycle.PluginStartup", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Phira.PluginService.Plugins.Lifecycle.Records", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_gets_the_same_and_is_followed_by_another_when_it_is_full()
    {
        await using var service = await RunningService.StartAsync(
            _folder,
            ("PHIRA_LOGGING__FILE", "logs/phira.log"),
            ("PHIRA_LOGGING__FILE_BYTES", "64 KiB"),
            ("PHIRA_LOGGING__KEPT_FILES", "2"),
            ("PHIRA_LOG", "Microsoft=trace"));
        var logs = Path.Combine(_folder.Path, "logs");

        await Eventually.IsTrueAsync(
            async () =>
            {
                await service.Api.GetAsync("plugins");
                return Directory.GetFiles(logs, "phira*_*.log").Length == 2;
            },
            "the first file is full and deleted");
        await service.StopAsync();

        var files = Directory.GetFiles(logs);
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.InRange(new FileInfo(file).Length, 1, 2 * 64 * 1024));
        Assert.All(files.SelectMany(File.ReadLines), line => Assert.Matches(Entry(), line));
    }

    [Fact]
    public async Task A_trial_says_little_after_the_setup_link_so_that_it_stays_visible()
    {
        await using var service = await RunningService.LaunchAsync(_folder, new ServiceLaunch { Arguments = ["--demo", "--game-port", "0", "--http-port", "0"] });
        await service.WaitUntilReadyAsync();
        await Eventually.IsTrueAsync(
            async () => (await service.Api.GetAsync("users")).AsArray().Count > 2, "simulated players are there");
        await service.StopAsync();

        var after = service.Log[service.Log.IndexOf("/#token=", StringComparison.Ordinal)..].Split('\n');
        Assert.DoesNotContain(after, line => line.Contains("simulated player", StringComparison.Ordinal));
        Assert.DoesNotContain(after, line => line.Contains("logged in", StringComparison.Ordinal));
        Assert.DoesNotContain(after, line => line.Contains("Plugin.welcome", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT[\d:.]+Z (trace|debug|info|warn): \S+\[\d+\] ", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Entry();

    private async Task<string[]> RunAsync((string Name, string Value)[] settings, params string[] wrapper)
    {
        await using var service = await RunningService.LaunchAsync(_folder, new ServiceLaunch { Settings = settings, Wrapper = wrapper });
        await service.WaitUntilReadyAsync();
        await service.WaitUntilLoadedAsync();
        if (wrapper.Length == 0)
        {
            await service.StopAsync();
        }

        return service.Log.Split('\n');
    }
}

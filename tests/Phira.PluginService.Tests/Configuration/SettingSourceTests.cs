using System.Text;
using Phira.PluginService.Composition;
using Phira.PluginService.Configuration;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.Http;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Tests.Configuration;

public sealed class SettingSourceTests : IDisposable
{
    private readonly SettingsLoader _loader = new();

    [Fact]
    public void Without_any_source_the_defaults_of_the_modules_hold()
    {
        Assert.Equivalent(new GameServerOptions(), _loader.Load<GameServerOptions>(), strict: true);
    }

    [Fact]
    public void The_file_beside_the_working_directory_is_read()
    {
        _loader.File("""
            [game]
            port = 1
            listen_address = "::1"
            monitors = [2, 7]
            silence_timeout_secs = 15
            reconnect_grace_secs = 0.5
            [game.limits]
            max_rooms = 3
            [http]
            allowed_hosts = ["phira.example", "localhost"]
            """);

        var game = _loader.Load<GameServerOptions>();
        Assert.Equal(1, game.Port);
        Assert.Equal("::1", game.ListenAddress);
        Assert.Equal([2, 7], game.Monitors!);
        Assert.Equal(15, game.SilenceTimeoutSecs);
        Assert.Equal(0.5, game.ReconnectGraceSecs);
        Assert.Equal(3, game.Limits.MaxRooms);
        Assert.Equal(["phira.example", "localhost"], _loader.Load<HttpOptions>().AllowedHosts);
    }

    [Fact]
    public void The_environment_wins_over_the_file_and_the_command_line_over_both()
    {
        _loader.File("game.port = 1\nhttp.port = 1\ngame.limits.max_rooms = 1\n")
            .Variable("PHIRA_GAME__PORT", "2")
            .Variable("PHIRA_HTTP__PORT", "2");

        var game = _loader.Load<GameServerOptions>("--http-port", "3");
        Assert.Equal(2, game.Port);
        Assert.Equal(1, game.Limits.MaxRooms);
        Assert.Equal(3, _loader.Load<HttpOptions>("--http-port", "3").Port);
    }

    [Fact]
    public void Every_key_can_be_set_by_the_environment()
    {
        foreach (var setting in ServiceSettings.Catalog.Settings)
        {
            _loader.Variable(setting.Variable, setting.Type switch
            {
                SettingType.Text or SettingType.TextList or SettingType.IntegerList => "",
                SettingType.Choice => setting.Choices[0],
                _ => "1",
            });
        }

        var result = _loader.Load();
        Assert.Empty(result.Problems);
        Assert.Equal(ServiceSettings.Catalog.Settings.Length, result.Configuration.Values.Count);
    }

    [Theory]
    [InlineData("limits.max_memory", "256 MiB", 268435456L)]
    [InlineData("limits.maximum.max_memory", "1.5GiB", 1610612736L)]
    [InlineData("plugins.storage_bytes", "64 kib", 65536L)]
    [InlineData("limits.max_cpu_time_ms", "1.5 s", 1500L)]
    [InlineData("hot_reload.debounce_delay_ms", "2 s", 2000.0)]
    [InlineData("game.silence_timeout_secs", "1.5 min", 90.0)]
    [InlineData("game.silence_timeout_secs", "500 ms", 0.5)]
    [InlineData("phira_api.cache_secs", "1 h", 3600L)]
    public void Sizes_and_times_may_be_written_with_a_unit_as_in_the_dashboard(string key, string text, object expected)
    {
        Assert.Equal(expected, _loader.File($"{key} = \"{text}\"").Load().Configuration.Values[key].Value);
        using var other = new SettingsLoader();
        Assert.Equal(expected, other.Variable(ServiceSettings.Catalog.Find(key)!.Variable, text).Load().Configuration.Values[key].Value);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void The_file_may_be_in_any_encoding_that_says_what_it_is(string encoding)
    {
        var file = Encoding.GetEncoding(encoding);
        File.WriteAllBytes(_loader["phira.toml"], [.. file.Preamble, .. file.GetBytes("# 配置\r\n[game]\r\nport = 7\r\n")]);

        Assert.Equal(7, _loader.Load<GameServerOptions>().Port);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void An_encoding_that_cannot_be_told_is_one_problem_of_the_file_and_not_of_its_lines(string encoding)
    {
        File.WriteAllBytes(_loader["phira.toml"], Encoding.GetEncoding(encoding).GetBytes("[game]\r\nport = 7\r\n"));

        Assert.Equal(SettingsErrors.NotUtf8, _loader.LoadOneProblem().Code);
    }

    [Fact]
    public void Lists_in_the_environment_are_separated_by_commas()
    {
        _loader.Variable("PHIRA_GAME__MONITORS", "2, 7").Variable("PHIRA_HTTP__ALLOWED_HOSTS", "a.example,b.example");
        Assert.Equal([2, 7], _loader.Load<GameServerOptions>().Monitors!);
        Assert.Equal(["a.example", "b.example"], _loader.Load<HttpOptions>().AllowedHosts);
    }

    [Fact]
    public void Another_file_can_be_named()
    {
        _loader.File("game.port = 1").File("game.port = 9", "etc/mine.toml");
        Assert.Equal(9, _loader.Load<GameServerOptions>("--config", "etc/mine.toml").Port);
    }

    [Fact]
    public void A_file_that_is_named_must_exist()
    {
        var problem = _loader.LoadOneProblem("--config", "missing.toml");
        Assert.Equal(SettingsErrors.FileMissing, problem.Code);
        Assert.Equal([_loader["missing.toml"]], problem.Arguments);
    }

    [Fact]
    public void Paths_are_relative_to_the_working_directory()
    {
        _loader.File("storage.data_directory = \"kept\"");
        Assert.Equal(_loader["kept"], _loader.Load<StorageOptions>().DataDirectory);
        Assert.Equal(_loader["other"], _loader.Load<StorageOptions>("--data", "other").DataDirectory);
        Assert.Equal(Path.GetFullPath("/srv/phira"), _loader.Load<StorageOptions>("--data=/srv/phira").DataDirectory);
    }

    [Fact]
    public void The_switches_that_scripts_rely_on_are_there()
    {
        var result = _loader.Load("--demo", "--data", "d", "--game-port", "0", "--http-port=0");
        Assert.Empty(result.Problems);
        Assert.True(result.Configuration.Demo);
        Assert.Equal(0L, result.Configuration.Values["game.port"].Value);
        Assert.Equal(0L, result.Configuration.Values["http.port"].Value);
        Assert.False(_loader.Load().Configuration.Demo);
    }

    [Theory]
    [InlineData("--help", "PrintHelp")]
    [InlineData("-h", "PrintHelp")]
    [InlineData("--version", "PrintVersion")]
    [InlineData("--print-config-sample", "PrintConfigSample")]
    public void A_switch_that_prints_something_does_not_read_the_rest(string argument, string action)
    {
        var result = _loader.File("broken").Load(argument);
        Assert.Equal(action, $"{result.Action}");
        Assert.Empty(result.Problems);
    }

    public void Dispose() => _loader.Dispose();
}

using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Tests.Configuration;

public sealed class SettingMistakeTests : IDisposable
{
    private readonly SettingsLoader _loader = new();

    [Theory]
    [InlineData("[game]\nprot = 1", "game.prot", "game.port", 2, 1)]
    [InlineData("[gmae]\nport = 1", "gmae", "game", 1, 2)]
    [InlineData("[game]\nmax_rooms = 1", "game.max_rooms", "game.limits.max_rooms", 2, 1)]
    [InlineData("\n\ngame.limits.chat_brust = 1", "game.limits.chat_brust", "game.limits.chat_burst", 3, 13)]
    public void An_unknown_key_is_named_with_its_place_and_the_nearest_known_one(string text, string key, string nearest, int line, int column)
    {
        var problem = _loader.File(text).LoadOneProblem();
        Assert.Equal(SettingsErrors.UnknownKey, problem.Code);
        Assert.Equal([key, nearest], problem.Arguments);
        Assert.Equal(new SourceLocation("phira.toml", line, column), problem.Location);
    }

    [Theory]
    [InlineData("PHIRA_GAME_PORT", "PHIRA_GAME__PORT")]
    [InlineData("PHIRA_ADMIN_TOKEN", "PHIRA_AUTH__ADMIN_TOKEN")]
    [InlineData("PHIRA_GAME__LIMITS__MAX_ROOM", "PHIRA_GAME__LIMITS__MAX_ROOMS")]
    public void An_unknown_variable_is_named_with_the_nearest_known_one(string variable, string nearest)
    {
        var problem = _loader.Variable(variable, "1").LoadOneProblem();
        Assert.Equal(SettingsErrors.UnknownKey, problem.Code);
        Assert.Equal([variable, nearest], problem.Arguments);
    }

    [Fact]
    public void The_variables_of_the_browser_tests_are_no_settings()
    {
        Assert.Empty(_loader.Variable("PHIRA_CHROMIUM", "/usr/bin/chromium").Variable("PHIRA_SERVICE_LINK", "http://x").Load().Problems);
    }

    [Theory]
    [InlineData("--gameport", "1", "--game-port")]
    [InlineData("--dta=d", null, "--data")]
    [InlineData("--Demo", null, "--demo")]
    [InlineData("-x", null, "-h")]
    public void An_unknown_switch_is_named_with_the_nearest_known_one(string argument, string? value, string nearest)
    {
        var problem = value is null ? _loader.LoadOneProblem(argument) : _loader.LoadOneProblem(argument, value);
        Assert.Equal(SettingsErrors.UnknownKey, problem.Code);
        Assert.Equal([argument.Split('=')[0], nearest], problem.Arguments);
    }

    [Theory]
    [InlineData("settings.value_missing", "--data")]
    [InlineData("settings.value_missing", "--data", "--demo")]
    [InlineData("settings.value_missing", "--data=")]
    [InlineData("settings.value_unexpected", "--demo=yes")]
    [InlineData("settings.duplicate_key", "--data", "a", "--data", "b")]
    [InlineData("settings.duplicate_key", "--demo", "--demo")]
    [InlineData("settings.argument_unexpected", "start")]
    [InlineData("settings.argument_unexpected", "--demo", "yes")]
    [InlineData("settings.argument_unexpected", "@phira.rsp")]
    [InlineData("settings.wrong_type", "--game-port", "many")]
    [InlineData("settings.wrong_type", "--game-port", "99999999999")]
    public void A_command_line_out_of_form_is_refused(string code, params string[] arguments)
    {
        Assert.Equal(code, _loader.LoadOneProblem(arguments).Code.Value);
    }

    [Theory]
    [InlineData("port = \"1\"", 8)]
    [InlineData("port = 99999999999", 8)]
    [InlineData("port = 1.5", 8)]
    [InlineData("listen_address = 1", 18)]
    [InlineData("monitors = [2, \"x\"]", 12)]
    [InlineData("silence_timeout_secs = nan", 24)]
    public void A_value_of_another_type_is_refused_at_its_place(string line, int column)
    {
        var problem = _loader.File($"[game]\n{line}").LoadOneProblem();
        Assert.Equal(SettingsErrors.WrongType, problem.Code);
        Assert.Equal(new SourceLocation("phira.toml", 2, column), problem.Location);
    }

    [Theory]
    [InlineData("PHIRA_GAME__PORT", "")]
    [InlineData("PHIRA_GAME__PORT", "0x10")]
    [InlineData("PHIRA_GAME__MONITORS", "1,two")]
    [InlineData("PHIRA_GAME__SILENCE_TIMEOUT_SECS", "1,5")]
    [InlineData("PHIRA_GAME__SILENCE_TIMEOUT_SECS", "Infinity")]
    public void A_variable_of_another_type_is_refused(string variable, string value)
    {
        var problem = _loader.Variable(variable, value).LoadOneProblem();
        Assert.Equal(SettingsErrors.WrongType, problem.Code);
        Assert.Equal(variable, problem.Arguments[0]);
    }

    [Theory]
    [InlineData("limits.max_memory = \"256 MB\"", "\"256 MiB\"")]
    [InlineData("limits.max_memory = \"0.5 B\"", "\"256 MiB\"")]
    [InlineData("limits.max_memory = true", "\"256 MiB\"")]
    [InlineData("limits.max_cpu_time_ms = \"fast\"", "\"1.5 s\"")]
    [InlineData("game.silence_timeout_secs = \"2 MiB\"", "\"1.5 min\"")]
    public void An_amount_in_no_known_unit_is_refused_with_an_example(string line, string example)
    {
        var problem = _loader.File(line).LoadOneProblem();
        Assert.Equal(SettingsErrors.WrongType, problem.Code);
        Assert.Contains(example, problem.Remedy(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_in_place_of_a_table_is_refused()
    {
        var problem = _loader.File("game = 1").LoadOneProblem();
        Assert.Equal(SettingsErrors.WrongType, problem.Code);
        Assert.Equal("game", problem.Arguments[0]);
    }

    [Fact]
    public void A_text_that_is_not_toml_is_refused_at_its_line()
    {
        var problem = _loader.File("[game]\nport = \n").LoadOneProblem();
        Assert.Equal(SettingsErrors.Syntax, problem.Code);
        Assert.Equal(2, problem.Location?.Line);
    }

    [Fact]
    public void A_key_given_twice_is_refused_at_its_line()
    {
        var problem = _loader.File("[game]\nport = 1\nport = 2\n").LoadOneProblem();
        Assert.Equal(SettingsErrors.DuplicateKey, problem.Code);
        Assert.Equal(3, problem.Location?.Line);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        File.WriteAllBytes(_loader["phira.toml"], [(byte)'#', 0xC4, 0xE3, (byte)'\n']);
        Assert.Equal(SettingsErrors.NotUtf8, _loader.LoadOneProblem().Code);
    }

    [Fact]
    public void All_mistakes_of_all_sources_are_told_at_once_in_both_languages()
    {
        _loader.File("[game]\nprot = 1\nport = true\n").Variable("PHIRA_GAME__PROT", "1");

        var problems = _loader.Load("--dmo", "--http-port").Problems;

        Assert.Equal(5, problems.Length);
        var sum = ConfigurationLoader.Sum(problems);
        Assert.Equal(6, sum.Describe(Language.Chinese).Split('\n').Length);
        Assert.Contains("phira.toml:2:1: There is no setting \"game.prot\".", sum.Describe(Language.English), StringComparison.Ordinal);
        Assert.Contains("phira.toml:2:1: 不存在设置项“game.prot”。", sum.Describe(Language.Chinese), StringComparison.Ordinal);
    }

    public void Dispose() => _loader.Dispose();
}

using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Settings;
using Phira.PluginService.Logging;
using Phira.PluginService.Tests.Configuration;

namespace Phira.PluginService.Tests.Logging;

public sealed class LoggingSettingsTests : IDisposable
{
    private readonly SettingsLoader _loader = new();

    [Fact]
    public void The_short_variable_sets_levels_by_name_as_the_list_of_the_file_does()
    {
        _loader.File("[logging]\nlevels = [\"welcome=warn\"]\n").Variable("PHIRA_LOG", "phira=debug, my-plugin=trace");

        Assert.Equal(["phira=debug", "my-plugin=trace"], _loader.Load<LoggingOptions>().Levels);
    }

    [Fact]
    public void The_short_variable_beside_the_long_one_is_told_instead_of_ignored()
    {
        var problem = _loader.Variable("PHIRA_LOG", "debug").Variable("PHIRA_LOGGING__LEVELS", "phira=debug").LoadOneProblem();

        Assert.Equal(SettingsErrors.GivenTwice, problem.Code);
        Assert.Equal("\"PHIRA_LOG\" and \"PHIRA_LOGGING__LEVELS\" are two names of the same setting.", problem.Message());
    }

    [Fact]
    public void A_misspelt_short_variable_is_told_with_the_right_one()
    {
        Assert.Equal(["PHIRA_LOGS", "PHIRA_LOG"], _loader.Variable("PHIRA_LOGS", "debug").LoadOneProblem().Arguments.Select(argument => $"{argument}"));
    }

    [Theory]
    [InlineData("phira")]
    [InlineData("phira=")]
    [InlineData("=debug")]
    [InlineData("phira=loud")]
    [InlineData("phira=Debug")]
    [InlineData("phira=debug=trace")]
    [InlineData("my plugin=debug")]
    [InlineData("Microsoft.*=debug")]
    [InlineData("..=debug")]
    public void An_entry_that_means_nothing_is_told(string entry)
    {
        Assert.StartsWith($"levels holds \"{entry}\"; each entry must be", Assert.Single(Problems([entry])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debug", "error")]
    [InlineData("phira=debug", "phira=error")]
    public void A_name_that_is_there_twice_is_told(string first, string second)
    {
        Assert.StartsWith($"levels holds \"{second}\", but", Assert.Single(Problems([first, second])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debug")]
    [InlineData("phira=debug")]
    [InlineData("phira.plugins = off")]
    [InlineData("my-plugin=trace")]
    [InlineData("Microsoft.AspNetCore=info")]
    public void An_entry_has_a_name_and_a_level_or_a_level_alone(string entry) => Assert.Empty(Problems([entry]));

    public void Dispose() => _loader.Dispose();

    private static IEnumerable<string> Problems(string[] levels)
    {
        foreach (var failure in new LoggingOptionsValidator().Validate(name: null, new LoggingOptions { Levels = levels }).Failures ?? [])
        {
            Assert.True(SettingProblems.TryRead(failure, out var key, out var rule));
            yield return $"{key["logging.".Length..]} {rule.In(Language.English)}";
        }
    }
}

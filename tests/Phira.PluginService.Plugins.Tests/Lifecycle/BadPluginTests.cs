using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>Each bad plugin says once what is wrong, where, and what to do; all others run.</summary>
public sealed class BadPluginTests(BadPluginsHost bad) : IClassFixture<BadPluginsHost>
{
    [Theory]
    [InlineData("no-manifest", "manifest.missing", "no-manifest/plugin.toml", 0)]
    [InlineData("broken-manifest", "manifest.syntax", "broken-manifest/plugin.toml", 2)]
    [InlineData("unknown-key", "manifest.unknown_key", "unknown-key/plugin.toml", 4)]
    [InlineData("wrong-abi", "manifest.abi_unsupported", "wrong-abi/plugin.toml", 3)]
    [InlineData("b-twin", "plugin.duplicate_name", "b-twin/plugin.toml", 1)]
    [InlineData("too-much", "manifest.limit_above_maximum", "too-much/plugin.toml", 5)]
    [InlineData("no-provider", "dependency.missing", "no-provider/plugin.toml", 5)]
    [InlineData("core-module", "component.core_module", "core-module/guest.wasm", 0)]
    [InlineData("truncated", "component.truncated", "truncated/guest.wasm", 0)]
    [InlineData("garbage", "component.truncated", "garbage/guest.wasm", 0)]
    [InlineData("teleport", "component.unknown_import", "teleport/guest.wasm", 0)]
    [InlineData("future", "component.unknown_import", "future/guest.wasm", 0)]
    [InlineData("no-lifecycle", "component.wrong_contract", "no-lifecycle/guest.wasm", 0)]
    [InlineData("wrong-types", "component.wrong_contract", "wrong-types/guest.wasm", 0)]
    [InlineData("wrong-parameters", "component.wrong_contract", "wrong-parameters/guest.wasm", 0)]
    public void What_is_wrong_is_said_once_with_file_line_and_remedy(string plugin, string code, string file, int line)
    {
        var snapshot = bad.Host.Plugin(plugin);

        Assert.Equal(PluginState.Failed, snapshot.State);
        Assert.Equal(code, snapshot.Failure?.Code.Value);
        Assert.Equal(bad.Host.Directory[file], snapshot.Failure!.Location?.File);
        Assert.Equal(line == 0 ? null : line, snapshot.Failure.Location?.Line);
        foreach (var language in (Language[])[Language.English, Language.Chinese])
        {
            Assert.NotEmpty(snapshot.Failure.Message(language));
            Assert.NotEmpty(snapshot.Failure.Remedy(language));
        }

        var said = Assert.Single(bad.Host.Logs.Problems, entry => entry.Text.StartsWith($"Plugin {plugin} ", StringComparison.Ordinal));
        Assert.Contains(snapshot.Failure.Describe(), said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-lifecycle")]
    [InlineData("wrong-types")]
    [InlineData("wrong-parameters")]
    public async Task What_does_not_fit_is_said_as_a_whole_as_for_an_upload_and_before_any_of_its_code_runs(string plugin)
    {
        var snapshot = bad.Host.Plugin(plugin);
        var uploaded = await bad.InspectAsync(plugin);

        Assert.Equal(4, snapshot.Failure!.Causes.Length);
        Assert.Equal(uploaded.Select(problem => problem.Message()), snapshot.Failure.Causes.Select(cause => cause.Message()));
        Assert.Equal(0, snapshot.Usage.Calls);
        Assert.DoesNotContain(bad.Host.Crashes.Reports, report => report.Plugin == snapshot.Name);
    }

    [Theory]
    [InlineData("welcome")]
    [InlineData("dice")]
    [InlineData("idle")]
    [InlineData("twin")]
    public void All_others_run(string plugin)
    {
        Assert.True(bad.Host.Plugin(plugin).State == PluginState.Running, bad.Host.Plugin(plugin).Failure?.Describe());
        Assert.Null(bad.Host.Plugin(plugin).Failure);
    }

    [Fact]
    public void Nothing_else_is_listed_or_complained_about()
    {
        Assert.Equal(19, bad.Host.Manager.List().Count);
        var complaints = bad.Host.Logs.Problems.Where(line => !line.Category.StartsWith("Plugin.", StringComparison.Ordinal)).ToArray();
        Assert.True(complaints.Length == 15, string.Join('\n', complaints.Select(line => line.Text)));
        Assert.True(bad.Host.Manager.IsReady);
    }
}

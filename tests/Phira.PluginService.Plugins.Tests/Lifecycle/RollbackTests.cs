using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>A configuration or a version that makes the plugin fail soon is taken back, once, and everybody can read why.</summary>
public sealed class RollbackTests
{
    private const string Good = """{"subscribe":["user_connect"],"poison":"","health":"healthy"}""";
    private const string Poisonous = """{"subscribe":["user_connect"],"poison":"Mallory","health":"healthy"}""";
    private const string Critical = """{"subscribe":["user_connect"],"poison":"","health":"critical"}""";

    private static readonly PluginName EchoName = PluginName.Parse("echo");

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_configuration_that_makes_it_crash_is_taken_back_as_a_new_revision()
    {
        await using var host = await Host().StartAsync();
        await host.SetConfigAsync("echo", Poisonous);
        _time.Advance(TimeSpan.FromSeconds(10));

        Publish(host, "Mallory", "Ada");

        // Also the event that crashed it is delivered, by the configuration that can bear it.
        Assert.Equal(["Mallory", "Ada"], await NamesAsync(host, 2));
        var history = await host.Store.GetConfigHistoryAsync(EchoName, 10, CancellationToken.None);
        Assert.Equal([(2, "supervisor"), (1, "test")], history.Select(revision => (revision.Revision, revision.Author)));
        Assert.Equal((2, Good), ((await host.GetConfigAsync("echo")).Value!.Revision, Sorted((await host.GetConfigAsync("echo")).Value!.ValuesJson)));
        await host.UntilAsync(() => host.Crashes.Reports.Count == 1);
        Assert.Equal("rollback", Assert.Single(host.Crashes.Reports).Consequence);
        var back = host.Store.Transitions.Last(transition => transition.To == PluginState.Running);
        Assert.Equal("supervisor", back.Cause.Actor);
        Assert.Contains("configuration revision 1", back.Cause.Reason.In(Language.English), StringComparison.Ordinal);
        Assert.Contains("配置修订 1", back.Cause.Reason.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains(host.PluginLog.Read(EchoName, 100), line =>
            line.Message.StartsWith("rolled back because of configuration revision 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_the_window_a_crash_is_a_crash()
    {
        await using var host = await Host().StartAsync();
        await host.SetConfigAsync("echo", Poisonous);
        _time.Advance(TimeSpan.FromSeconds(10) + TimeSpan.FromTicks(1));

        Publish(host, "Mallory");

        await host.UntilAsync("echo", PluginState.Failed);
        await host.DoAsync("echo", PluginOperation.Start);
        Assert.Equal(1, (await host.GetConfigAsync("echo")).Value?.Revision);
        Assert.NotNull(host.Plugin("echo").RestartAt);
    }

    [Fact]
    public async Task A_configuration_that_its_own_check_calls_critical_is_taken_back_while_it_runs()
    {
        await using var host = await Host().StartAsync();

        await host.SetConfigAsync("echo", Critical);

        await host.UntilAsync(() => host.Store.Transitions.Any(
            transition => transition.Cause.Reason.In(Language.English).Contains("configuration revision 1", StringComparison.Ordinal)));
        Assert.Equal(2, (await host.GetConfigAsync("echo")).Value?.Revision);
        Assert.Contains("\"healthy\"", await new Echo(host).AskAsync("config"), StringComparison.Ordinal);
        Assert.Equal(0, host.Plugin("echo").Usage.Restarts);
        Assert.Empty(host.Crashes.Reports);
    }

    [Fact]
    public async Task What_is_put_back_is_not_on_probation_itself()
    {
        await using var host = await Host(poison: "Mallory").StartAsync();
        await host.SetConfigAsync("echo", Poisonous.Replace("Mallory", "Eve", StringComparison.Ordinal));
        Publish(host, "Eve");
        await NamesAsync(host, 1);

        Publish(host, "Mallory");

        await host.UntilAsync("echo", PluginState.Failed);
        await host.DoAsync("echo", PluginOperation.Start);
        Assert.Equal(2, (await host.GetConfigAsync("echo")).Value?.Revision);
        await host.UntilAsync(() => host.Crashes.Reports.Count == 2);
        Assert.Equal(["rollback", "restart"], host.Crashes.Reports.Select(report => report.Consequence));
    }

    [Fact]
    public async Task A_version_that_crashes_soon_is_replaced_by_the_one_before_it_also_in_its_folder()
    {
        await using var host = await Host().StartAsync();
        var previous = host.Plugin("echo").Sha256;
        host.WithHostile("echo", "\n[config]\nwhen = \"event\"\nattack = \"trap\"\n");
        Assert.True((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);
        Assert.NotEqual(previous, host.Plugin("echo").Sha256);

        Publish(host, "Ada");

        Assert.Equal(["Ada"], await NamesAsync(host, 1));
        Assert.Equal(previous, host.Plugin("echo").Sha256);
        await host.UntilAsync(() => host.Crashes.Reports.Count == 1);
        Assert.Equal("rollback", Assert.Single(host.Crashes.Reports).Consequence);
        Assert.Contains("version 1.0.0",
            host.Store.Transitions.Last(transition => transition.To == PluginState.Running).Cause.Reason.In(Language.English), StringComparison.Ordinal);
        Assert.True((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);
        Assert.Equal(previous, host.Plugin("echo").Sha256);
    }

    [Fact]
    public async Task A_version_whose_own_check_is_critical_is_replaced_while_it_runs()
    {
        await using var host = await Host().StartAsync();
        var previous = host.Plugin("echo").Sha256;

        WithCriticalVersion(host);
        Assert.True((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);

        await host.UntilAsync(() => host.Store.Transitions.Any(
            transition => transition.Cause.Reason.In(Language.English).Contains("because of version 2.0.0", StringComparison.Ordinal)));
        Assert.True((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);
        Assert.Equal((previous, "1.0.0"), (host.Plugin("echo").Sha256, host.Plugin("echo").Version));
        Assert.Contains("\"healthy\"", await new Echo(host).AskAsync("config"), StringComparison.Ordinal);
        Assert.Equal((0, 0), (host.Plugin("echo").Usage.Restarts, host.Plugin("echo").Usage.Drops));
        Assert.Empty(host.Crashes.Reports);
    }

    [Fact]
    public async Task A_critical_version_that_does_not_hand_its_state_over_is_replaced_without_it()
    {
        await using var host = await Host().StartAsync();
        var previous = host.Plugin("echo").Sha256;
        host.With("echo", AnotherEcho(), $"{Manifest}health = \"critical\"\nfail-save = \"mine\"\n", version: "2.0.0");

        Assert.True((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);

        await host.UntilAsync(() => host.Store.Transitions.Any(transition =>
            transition.To == PluginState.Running
                && transition.Cause.Reason.In(Language.English).Contains("because of version 2.0.0", StringComparison.Ordinal)));
        Assert.Equal((PluginState.Running, previous), (host.Plugin("echo").State, host.Plugin("echo").Sha256));
        Assert.Contains("\"healthy\"", await new Echo(host).AskAsync("config"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_becomes_critical_after_the_window_stays()
    {
        await using var host = await Host().StartAsync();
        host.With("echo", AnotherEcho(), Manifest, version: "2.0.0");
        await host.DoAsync("echo", PluginOperation.Reload);
        _time.Advance(TimeSpan.FromSeconds(10) + TimeSpan.FromTicks(1));
        var echo = new Echo(host);

        await echo.AskAsync("health critical");
        _time.Advance(TimeSpan.FromSeconds(10));

        await echo.AskAsync("config");
        await host.DoAsync("echo", PluginOperation.Start);
        Assert.Equal(("2.0.0", HealthStatus.Critical), (host.Plugin("echo").Version, host.Plugin("echo").Health.Status));
    }

    [Fact]
    public async Task The_version_before_has_no_other_to_go_back_to()
    {
        await using var host = await Host(poison: "Mallory").StartAsync();
        host.WithHostile("echo", "\n[config]\nwhen = \"event\"\nattack = \"trap\"\n");
        await host.DoAsync("echo", PluginOperation.Reload);
        Publish(host, "Ada");
        await NamesAsync(host, 1);

        Publish(host, "Mallory");

        await host.UntilAsync("echo", PluginState.Failed);
        await host.UntilAsync(() => host.Crashes.Reports.Count == 2);
        Assert.Equal(["rollback", "restart"], host.Crashes.Reports.Select(report => report.Consequence));
    }

    private static void Publish(PluginHost host, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            host.Events.Publish(new UserConnected(host.Game.Add(1, name)));
        }
    }

    private static string Sorted(string json) =>
        json.Contains("\"poison\":\"\"", StringComparison.Ordinal) && json.Contains("\"healthy\"", StringComparison.Ordinal) ? Good : json;

    private static async Task<string[]> NamesAsync(PluginHost host, int count)
    {
        // While it goes back, commands say that it does.
        await host.UntilAsync(() => host.Store.Transitions.Any(transition => transition.To == PluginState.Running && transition.Cause.Actor == "supervisor"));
        return [.. (await new Echo(host).EventsAsync("user-connect", count)).Select(item => item["payload"]!["user-connect"]!["name"]!.GetValue<string>())];
    }

    private static string Manifest => $"{TestManifests.AllPermissions}{Echo.Subscribing("user_connect")}";

    // The same plugin as another file: a section that nobody reads is added.
    private static byte[] AnotherEcho() => [.. RepositoryFiles.Guest("echo"), 0, 2, 1, (byte)'x'];

    private static void WithCriticalVersion(PluginHost host) =>
        host.With("echo", AnotherEcho(), $"{Manifest}health = \"critical\"\n", version: "2.0.0");

    private PluginHost Host(string poison = "") => new PluginHost(
            options => (options.HotReload.RestartCooldownSecs, options.RollbackWindow) = (5, TimeSpan.FromSeconds(10)), time: _time)
        .WithEcho(manifest: $"{Echo.Subscribing("user_connect")}poison = \"{poison}\"\nhealth = \"healthy\"\n");
}

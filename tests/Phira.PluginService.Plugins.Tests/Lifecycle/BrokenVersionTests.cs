using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

public sealed class BrokenVersionTests
{
    public static TheoryData<string, string> Versions => new()
    {
        { "says no in init", "plugin.init_failed" },
        { "traps in init", "plugin.trap" },
        { "loops in init", "plugin.limit_exceeded" },
        { "says no in start", "plugin.lifecycle_refused" },
        { "traps in start", "plugin.trap" },
        { "says no to the state", "plugin.lifecycle_refused" },
        { "traps on the state", "plugin.trap" },
        { "is cut off", "component.truncated" },
        { "is a core module", "component.core_module" },
        { "imports what does not exist", "component.unknown_import" },
        { "has no lifecycle", "component.wrong_contract" },
        { "is not there", "component.missing" },
        { "has a broken manifest", "manifest.invalid" },
        { "needs a newer host", "manifest.host_too_old" },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_next_version_that_fails_leaves_the_running_one_untouched_and_says_why(string version, string code)
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("user_connect")).StartAsync();
        var echo = new Echo(host);
        host.Events.Publish(new UserConnected(host.Game.Add(1, "before")));
        await echo.EventsAsync("user-connect");
        var previous = host.Plugin("echo");
        Put(host, version);

        var reloaded = await host.DoAsync("echo", PluginOperation.Reload);

        Assert.Equal(code, reloaded.Error?.Code.Value);
        host.Events.Publish(new UserConnected(host.Game.Add(2, "after")));
        var events = await echo.EventsAsync("user-connect", 2);
        Assert.Equal(["before", "after"], events.Select(item => item["payload"]!["user-connect"]!["name"]!.GetValue<string>()));
        Assert.Equal("""[{"init":""", (await echo.AskAsync("calls"))[..9]);
        var now = host.Plugin("echo");
        Assert.Equal((previous.State, previous.Version, previous.Sha256, previous.Failure), (now.State, now.Version, now.Sha256, now.Failure));
        Assert.Equal(previous.Usage.StartedAt, now.Usage.StartedAt);
        Assert.Contains(
            host.PluginLog.Read(PluginName.Parse("echo"), 500),
            line => line.Message.StartsWith("the running version is kept: ", StringComparison.Ordinal)
                && line.Message.Contains($"[{code}]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_the_fault_is_mended_the_next_version_takes_over()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        Put(host, "is cut off");
        await host.DoAsync("echo", PluginOperation.Reload);
        host.WithHostile("echo");

        var reloaded = await host.DoAsync("echo", PluginOperation.Reload);

        Assert.True(reloaded.IsSuccess, reloaded.Error?.Describe());
        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
    }

    [Fact]
    public async Task Names_that_only_the_failed_version_claimed_are_free_again()
    {
        await using var host = await new PluginHost().WithEcho("first").StartAsync();
        host.WithHostile("first", "\n[config]\nwhen = \"start\"\nattack = \"error\"\n");
        await host.DoAsync("first", PluginOperation.Reload);
        host.WithHostile("second");

        var loaded = await host.DoAsync("second", PluginOperation.Load);

        Assert.True(loaded.IsSuccess, loaded.Error?.Describe());
        Assert.Equal("second", host.Commands.Commands.Single(command => command.Name == "hostile").Owner!.Value);
    }

    [Fact]
    public async Task A_former_version_that_cannot_tell_its_state_stays()
    {
        await using var host = await new PluginHost()
            .WithHostile("pair", "\n[config]\nwhen = \"save\"\nattack = \"error\"\n").StartAsync();
        host.WithEcho("pair");

        var reloaded = await host.DoAsync("pair", PluginOperation.Reload);

        Assert.Equal("The plugin's save-state reported: an error on purpose", reloaded.Error?.Message());
        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
        Assert.Equal(PluginState.Running, host.Plugin("pair").State);
    }

    [Fact]
    public async Task A_former_version_that_crashes_while_it_tells_its_state_is_replaced()
    {
        await using var host = await new PluginHost()
            .WithHostile("pair", "\n[config]\nwhen = \"save\"\nattack = \"trap\"\n").StartAsync();
        host.WithEcho("pair");

        var reloaded = await host.DoAsync("pair", PluginOperation.Reload);

        Assert.True(reloaded.IsSuccess, reloaded.Error?.Describe());
        await new Echo(host, "pair").AskAsync("config");
    }

    [Fact]
    public async Task A_former_version_that_does_not_stop_properly_is_replaced_all_the_same()
    {
        await using var host = await new PluginHost()
            .WithHostile("pair", "\n[config]\nwhen = \"stop\"\nattack = \"trap\"\n").StartAsync();
        host.With("pair", RepositoryFiles.Guest("idle"));

        var reloaded = await host.DoAsync("pair", PluginOperation.Reload);

        Assert.True(reloaded.IsSuccess, reloaded.Error?.Describe());
        Assert.Equal(PluginState.Running, reloaded.Value.State);
        Assert.Equal("command.not_found", (await host.CommandAsync("hostile", "ping")).Error!.Code.Value);
    }

    private static void Put(PluginHost host, string version)
    {
        var component = Path.Combine("echo", "guest.wasm");
        switch (version)
        {
            case "says no in init":
                host.WithEcho(manifest: "\n[config]\nfail-init = \"no\"\n");
                break;
            case "traps in init":
                host.WithHostile("echo", "\n[config]\nwhen = \"init\"\nattack = \"trap\"\n");
                break;
            case "loops in init":
                host.WithHostile("echo", "\n[config]\nwhen = \"init\"\nattack = \"loop\"\n[limits]\nmax_cpu_time_ms = 50\n");
                break;
            case "says no in start":
                host.WithHostile("echo", "\n[config]\nwhen = \"start\"\nattack = \"error\"\n");
                break;
            case "traps in start":
                host.WithHostile("echo", "\n[config]\nwhen = \"start\"\nattack = \"trap\"\n");
                break;
            case "says no to the state":
                host.WithHostile("echo", "\n[config]\nwhen = \"restore\"\nattack = \"error\"\n");
                break;
            case "traps on the state":
                host.WithHostile("echo", "\n[config]\nwhen = \"restore\"\nattack = \"trap\"\n");
                break;
            case "is cut off":
                host.Write(component, RepositoryFiles.Guest("truncated"));
                break;
            case "is a core module":
                host.Write(component, RepositoryFiles.Guest("core-module"));
                break;
            case "imports what does not exist":
                host.Write(component, RepositoryFiles.Guest("teleport"));
                break;
            case "has no lifecycle":
                host.Write(component, RepositoryFiles.Guest("no-lifecycle"));
                break;
            case "is not there":
                host.Delete(component);
                break;
            case "has a broken manifest":
                host.Write(Path.Combine("echo", "plugin.toml"), "name = \"echo\"\nversion = 1\n");
                break;
            case "needs a newer host":
                host.WithEcho(manifest: "");
                host.Write(
                    Path.Combine("echo", "plugin.toml"),
                    "name = \"echo\"\nversion = \"2.0.0\"\nabi_version = \"1.0.0\"\nmin_host_version = \"99.0.0\"\n");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(version), version, "unknown version");
        }
    }
}

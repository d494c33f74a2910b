using System.Text.Json.Nodes;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Plugins.Tests.Interfaces.Timers;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Services;

public sealed class ServiceReloadTests
{
    private const int Reloads = 5;

    [Fact]
    public async Task No_call_fails_while_the_provider_is_reloaded()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("ranks", "playtime").WithPeer("playtime").StartAsync();
        using var done = new CancellationTokenSource();
        Task<int>[] calling = [CallAsync("titles", done.Token), CallAsync("ranks", done.Token)];

        for (var i = 0; i < Reloads; i++)
        {
            var reloaded = await host.DoAsync("playtime", PluginOperation.Reload);
            Assert.True(reloaded.IsSuccess, reloaded.Error?.Describe());
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(calling), calls => Assert.True(calls > 0));

        async Task<int> CallAsync(string plugin, CancellationToken stop)
        {
            var calls = 0;
            do
            {
                var answer = await new Echo(host, plugin).OkAsync("services.call", "playtime", "show", $"{calls++}");
                Assert.Equal($"{calls - 1}", JsonNode.Parse(answer!.GetValue<string>())!["argument"]!.GetValue<string>());
            }
            while (!stop.IsCancellationRequested);

            return calls;
        }
    }

    [Fact]
    public async Task A_call_that_waits_meanwhile_is_answered_by_the_new_version()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();
        var call = await CallDuringReloadAsync(host, "show", "1", """provide = ["show"]""");

        Assert.NotNull(call["ok"]);
        Assert.Single((await new Echo(host, "playtime").ReadAsync("calls")).AsArray(), item => item!["on-call"] is not null);
    }

    [Fact]
    public async Task A_call_that_the_new_version_knows_no_more_is_not_found()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();

        var call = await CallDuringReloadAsync(host, "show", "1", "provide = []");

        Assert.Equal("service show of playtime", call["err"]!["not-found"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_a_version_that_does_not_start_would_provide_is_never_seen()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();
        Provide(host, "provide = [\"never\"]\nfail-init = \"no\"");

        Assert.False((await host.DoAsync("playtime", PluginOperation.Reload)).IsSuccess);

        var titles = new Echo(host, "titles");
        Assert.Equal("not-found", (await titles.ErrorAsync("services.call", "playtime", "never", "1")).Case);
        await titles.OkAsync("services.call", "playtime", "show", "1");
    }

    [Fact]
    public async Task After_a_crash_the_provider_answers_again_once_it_is_started_again()
    {
        await using var host = await new PluginHost(options => options.HotReload.RestartCooldownSecs = 0)
            .WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();
        var titles = new Echo(host, "titles");
        await titles.ErrorAsync("services.call", "playtime", "trap", "null");

        await host.UntilAsync(() => host.Plugin("playtime") is { State: PluginState.Running, Usage.Restarts: 1 });

        await titles.OkAsync("services.call", "playtime", "show", "1");
    }

    /// <summary>Begins a call that must wait, because the provider is busy until it is being reloaded.</summary>
    private static async Task<JsonNode> CallDuringReloadAsync(PluginHost host, string service, string argument, string config)
    {
        Provide(host, config);
        using var held = await HeldCall.BeginAsync(host, "playtime");
        var call = new Echo(host, "titles").CallAsync("services.call", "playtime", service, argument);
        await Eventually.IsTrueAsync(() => host.Plugin("playtime").Usage.QueueLength == 1, "the call waits");
        var reload = host.DoAsync("playtime", PluginOperation.Reload);
        await Eventually.IsTrueAsync(() => host.Services.Find(Core.Ids.PluginName.Parse("playtime"))?.Mailbox.Server is null, "the swap has begun");
        await held.LetGoAsync();
        Assert.True((await reload).IsSuccess);
        return await call;
    }

    private static void Provide(PluginHost host, string config)
    {
        var path = Path.Combine("playtime", "plugin.toml");
        var manifest = File.ReadAllText(host.Directory[path]);
        host.Write(path, manifest[..manifest.IndexOf("provide = [", StringComparison.Ordinal)] + config + "\n");
    }
}

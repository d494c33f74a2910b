using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.HttpStreams;

/// <summary>The streams of a plugin that crashed and waits for its restart.</summary>
public sealed class RestartedStreamTests
{
    private static readonly PluginName Plugin = PluginName.Parse("echo");

    [Fact]
    public async Task Those_that_were_open_stay_and_others_may_come_with_the_restart()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\nstreams = [\"scores\"]").StartAsync();
        Assert.Equal("stream.not_open", host.Streams.Find(Plugin, "later").Error?.Code.Value);
        await host.CommandAsync("echo:echo", "trap");
        await host.UntilAsync("echo", PluginState.Failed);

        Assert.Equal(RouteAccess.Public, host.Streams.Find(Plugin, "scores").Value);
        Assert.Equal("plugin.restarting", host.Streams.Find(Plugin, "later").Error?.Code.Value);
    }
}

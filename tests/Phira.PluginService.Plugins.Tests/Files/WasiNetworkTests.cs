using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Files;

public sealed class WasiNetworkTests
{
    [Theory]
    [InlineData("")]
    [InlineData(FilesHost.Own)]
    [InlineData("network = true\n")]
    public async Task No_grant_opens_the_sockets_of_WASI(string permissions)
    {
        await using var host = await new PluginHost(TestPolicies.Files(".") + TestPolicies.AnyHost)
            .With("sockets", RepositoryFiles.Guest("sockets"), $"[permissions]\n{permissions}").StartAsync();

        var plugin = host.Plugin("sockets");
        Assert.True(plugin.State == PluginState.Running, plugin.Failure?.Describe());
        Assert.Contains(host.PluginLog.Read(PluginName.Parse("sockets"), 10), line => line.Message == "no network");
    }
}

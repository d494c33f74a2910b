using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Storage;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Storage;

public sealed class KeepingDataOnDisk
{
    [Fact]
    public async Task What_a_plugin_kept_is_there_when_the_service_starts_again()
    {
        using var directory = new TemporaryDirectory();
        await WithStorageAsync(directory, async echo =>
        {
            await echo.OkAsync("storage.set", "text", "你好", null);
            await echo.OkAsync("storage.set-bytes", "bytes", new[] { 1, 2, 255 }, null);
            Assert.True((await echo.OkAsync("storage.compare-and-set", "counter", null, "1"))!.GetValue<bool>());
        });

        await WithStorageAsync(directory, async echo =>
        {
            Assert.Equal("你好", (await echo.OkAsync("storage.get", "text"))!.GetValue<string>());
            Json.Same("[1, 2, 255]", (await echo.OkAsync("storage.get-bytes", "bytes"))!);
            Assert.True((await echo.OkAsync("storage.compare-and-set", "counter", "1", "2"))!.GetValue<bool>());
            Json.Same("""["bytes", "counter", "text"]""", (await echo.OkAsync("storage.list", "", null, 10))!);
        });
    }

    private static async Task WithStorageAsync(TemporaryDirectory directory, Func<Echo, Task> use)
    {
        var services = new ServiceCollection().AddStorage(options => options.DataDirectory = directory["data"]);
        await using var provider = services.BuildServiceProvider();
        var prepared = await provider.GetRequiredService<IStorageStartup>().PrepareAsync(TestContext.Current.CancellationToken);
        Assert.True(prepared.IsSuccess, prepared.Error?.Describe());
        await using var host = await new PluginHost(data: provider.GetRequiredService<IPluginDataStore>()).WithEcho().StartAsync();
        await use(new Echo(host));
    }
}

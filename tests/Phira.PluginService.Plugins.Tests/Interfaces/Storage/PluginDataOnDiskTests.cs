using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Storage;
using Phira.PluginService.Storage.Opening;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Storage;

public sealed class PluginDataOnDiskTests
{
    [Fact]
    public async Task What_a_plugin_kept_is_there_when_the_service_starts_again()
    {
        using var directory = new TemporaryDirectory();
        await WithStorageAsync(directory["data"], async echo =>
        {
            await echo.OkAsync("storage.set", "text", "你好", null);
            await echo.OkAsync("storage.set-bytes", "bytes", new[] { 1, 2, 255 }, null);
            Assert.True((await echo.OkAsync("storage.compare-and-set", "counter", null, "1"))!.GetValue<bool>());
        });

        await WithStorageAsync(directory["data"], async echo =>
        {
            Assert.Equal("你好", (await echo.OkAsync("storage.get", "text"))!.GetValue<string>());
            Json.Same("[1, 2, 255]", (await echo.OkAsync("storage.get-bytes", "bytes"))!);
            Assert.True((await echo.OkAsync("storage.compare-and-set", "counter", "1", "2"))!.GetValue<bool>());
            Json.Same("""["bytes", "counter", "text"]""", (await echo.OkAsync("storage.list", "", null, 10))!);
        });
    }

    [Fact]
    public async Task On_a_full_disk_a_plugin_reads_why_and_keeps_what_it_had()
    {
        using var disk = SmallDisk.TryMount(8, out var reason);
        Assert.SkipWhen(disk is null, reason);
        await WithStorageAsync(Path.Combine(disk.Path, "data"), async echo =>
        {
            await echo.OkAsync("storage.set", "text", "你好", null);
            disk.Fill();

            var (code, text) = await echo.ErrorAsync("storage.set", "text", "再见", null);

            Assert.Equal("unavailable", code);
            Assert.Contains("no space left", text, StringComparison.Ordinal);
            Assert.Equal("你好", (await echo.OkAsync("storage.get", "text"))!.GetValue<string>());
        });
    }

    private static async Task WithStorageAsync(string directory, Func<Echo, Task> use)
    {
        var services = new ServiceCollection().AddStorage(options => options.DataDirectory = directory);
        await using var provider = services.BuildServiceProvider();
        var prepared = await provider.GetRequiredService<IStorageStartup>().PrepareAsync(TestContext.Current.CancellationToken);
        Assert.True(prepared.IsSuccess, prepared.Error?.Describe());
        await using var host = await new PluginHost(WaitForTheDisk, data: provider.GetRequiredService<IPluginDataStore>()).WithEcho().StartAsync();
        await use(new Echo(host));
    }

    // A call waits for the disk, which on a machine that runs many tests at once takes its time.
    private static void WaitForTheDisk(PluginsOptions options)
    {
        var time = (long)PluginHost.Patience.TotalMilliseconds;
        options.DefaultLimits = options.DefaultLimits with { MaxExecutionTimeMs = time };
        options.MaximumLimits = options.MaximumLimits with { MaxExecutionTimeMs = time };
        options.CommandTimeout = PluginHost.Patience;
    }
}

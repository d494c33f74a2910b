using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Storage;
using Phira.PluginService.Storage.Opening;
using Phira.PluginService.Storage.Settings;

// StorageWriter DIRECTORY COUNT [CONNECTION]: writes to the storage in the directory, or in a PostgreSQL database, as fast as it can, prints a line for
// each write that was acknowledged, and kills itself at the moment of the COUNT-th, with other writes under way.

var services = new ServiceCollection().AddStorage(options =>
{
    options.DataDirectory = args[0];
    if (args.Length > 2)
    {
        (options.Provider, options.ConnectionString, options.BusyTimeoutSecs) = (StorageProvider.Postgresql, args[2], 300);
    }
});
await using var provider = services.BuildServiceProvider();
var prepared = await provider.GetRequiredService<IStorageStartup>().PrepareAsync(CancellationToken.None);
if (!prepared.IsSuccess)
{
    await Console.Error.WriteLineAsync(prepared.Error.Describe());
    return 1;
}

var store = provider.GetRequiredService<IPluginStore>();
var plugin = PluginName.Parse("welcome");
await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
var remaining = int.Parse(args[1]);
await Task.WhenAll(ChangeConfigurationAsync(), ChangeDesiredStatesAsync(), AppendTransitionsAsync());
return 0;

async Task ChangeConfigurationAsync()
{
    var revision = (await store.GetConfigAsync(plugin, CancellationToken.None))?.Revision ?? 0;
    while (true)
    {
        var json = $$"""{"written":{{revision + 1}}}""";
        var result = await store.AppendConfigAsync(plugin, revision, json, "writer", CancellationToken.None);
        revision = result.Value?.Revision ?? throw new InvalidOperationException(result.Error?.Describe());
        Acknowledge($"config {revision}");
    }
}

async Task ChangeDesiredStatesAsync()
{
    for (var number = (await store.GetDesiredStatesAsync(CancellationToken.None)).Count; ; number++)
    {
        await store.SetDesiredStateAsync(PluginName.Parse($"p{number}"), DesiredState.Stopped, CancellationToken.None);
        Acknowledge($"desired {number}");
    }
}

async Task AppendTransitionsAsync()
{
    var latest = await store.GetTransitionsAsync(plugin, 1, CancellationToken.None);
    for (var number = latest.Count == 0 ? 1 : int.Parse(latest[0].Cause.CorrelationId) + 1; ; number++)
    {
        var cause = new ChangeCause("writer", "test", $"{number}");
        var transition = new PluginTransition(plugin, PluginState.Stopped, PluginState.Running, DateTimeOffset.UnixEpoch, cause, Failure: null);
        await store.AppendTransitionsAsync([transition], CancellationToken.None);
        Acknowledge($"transition {number}");
    }
}

void Acknowledge(string line)
{
    lock (output)
    {
        output.WriteLine(line);
        if (--remaining == 0)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}

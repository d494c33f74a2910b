using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins;
using Phira.PluginService.Plugins.Lifecycle;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Storage;
using Phira.PluginService.Storage.Opening;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Benchmarks.Hosting;

/// <summary>The plugin platform as the service runs it, database included, beside a game that does nothing.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private const string Manifest = """
        name = "{0}"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        read_users = true
        subscribe_events = true
        """;

    private static readonly ChangeCause Cause = new("benchmark", "a benchmark asks", "");

    private readonly TemporaryDirectory? _temporary;
    private ServiceProvider _services = null!;

    /// <summary>Makes a platform.</summary>
    /// <param name="root">A directory of an earlier one; null for a new directory.</param>
    public Platform(string? root = null)
    {
        _temporary = root is null ? new TemporaryDirectory() : null;
        Root = root ?? _temporary!.Path;
    }

    /// <summary>Everything that it keeps on disk.</summary>
    public string Root { get; }

    public IGameEvents Events => _services.GetRequiredService<IGameEvents>();

    public PluginManager Manager => _services.GetRequiredService<PluginManager>();

    public PluginStartup Startup => _services.GetRequiredService<PluginStartup>();

    public ComponentCompiler Compiler => _services.GetRequiredService<ComponentCompiler>();

    public FakeGame Game { get; } = new();

    /// <summary>Puts a test guest into the plugins directory, as often as wanted.</summary>
    public Platform With(string guest, int copies = 1)
    {
        for (var i = 0; i < copies; i++)
        {
            var name = copies == 1 ? guest : $"{guest}-{i}";
            var folder = Directory.CreateDirectory(Path.Combine(Root, "plugins", name)).FullName;
            File.WriteAllText(Path.Combine(folder, "plugin.toml"), Manifest.Replace("{0}", name, StringComparison.Ordinal));
            File.WriteAllBytes(Path.Combine(folder, "guest.wasm"), Distinct(RepositoryFiles.Guest(guest), i));
        }

        return this;
    }

    /// <summary>Starts, and returns when every plugin runs.</summary>
    public async Task<Platform> StartAsync()
    {
        Directory.CreateDirectory(Path.Combine(Root, "plugins"));
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddMetrics()
            .AddStorage(storage => storage.DataDirectory = Path.Combine(Root, "data"))
            .AddPlugins(Configure)
            .AddSingleton<IGameQueries>(Game)
            .AddSingleton<IGameCommands>(Game)
            .AddSingleton<IRoomCommands>(Game)
            .AddSingleton<IChartLookup>(Game)
            .AddSingleton<ITranslatedMessages>(Game)
            .AddSingleton<IBans>(new FakeBans(TimeProvider.System))
            .BuildServiceProvider();
        await _services.GetRequiredService<IStorageStartup>().PrepareAsync(CancellationToken.None);
        await Startup.StartAsync(CancellationToken.None);
        await Startup.Loading;
        var failed = Manager.List().FirstOrDefault(plugin => plugin.State != PluginState.Running);
        return failed is null ? this : throw new InvalidOperationException($"{failed.Name} is {failed.State}: {failed.Failure?.Describe()}");
    }

    public async Task ReloadAsync(string plugin)
    {
        var result = await Manager.ExecuteAsync(PluginName.Parse(plugin), PluginOperation.Reload, cascade: false, Cause, CancellationToken.None);
        if (!result.IsSuccess)
        {
            throw new InvalidOperationException(result.Error.Describe());
        }
    }

    /// <summary>Waits until a plugin has been called so often since the service found it.</summary>
    public void AwaitCalls(string plugin, long calls)
    {
        var name = PluginName.Parse(plugin);
        var spin = default(SpinWait);
        while (Manager.Find(name)!.Usage.Calls < calls)
        {
            spin.SpinOnce();
        }
    }

    public long Calls(string plugin) => Manager.Find(PluginName.Parse(plugin))!.Usage.Calls;

    /// <summary>Stops the plugins; the directory with its cache stays for the next start.</summary>
    public async Task StopAsync()
    {
        await Startup.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _temporary?.Dispose();
    }

    private void Configure(PluginsOptions options)
    {
        options.Directory = Path.Combine(Root, "plugins");
        options.CacheDirectory = Path.Combine(Root, "compiled");
        options.LogBytes = 0;
        options.QueueCapacity = 100_000;
        options.Approval = ApprovalPolicy.Trust;
    }

    // A custom section makes each copy a component of its own, which no cache takes for another.
    private static byte[] Distinct(byte[] component, int number) =>
        [.. component, 0, 6, 1, (byte)'n', .. BitConverter.GetBytes(number)];
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;
using Phira.PluginService.Plugins.Interfaces.HttpRoutes;
using Phira.PluginService.Plugins.Interfaces.Metrics;
using Phira.PluginService.Plugins.Interfaces.Services;
using Phira.PluginService.Plugins.Lifecycle;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Packages;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Sandbox.Platform;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>The whole plugin platform with real components, a game that only records, and a store that forgets.</summary>
internal sealed class PluginHost : IAsyncDisposable
{
    /// <summary>Only ends a test that hangs.</summary>
    public static readonly TimeSpan Patience = Eventually.Patience;

    // Compiled once for all tests of a run: the content decides.
    private static readonly TemporaryDirectory Cache = new();

    private readonly TemporaryDirectory _directory = new();
    private readonly TemporaryDirectory _data = new();
    private readonly TemporaryDirectory _files = new();
    private readonly TestMeters _meters = new();
    private readonly ServiceProvider _services;
    private readonly ConcurrentQueue<PluginSnapshot> _changes = new();
    private readonly SemaphoreSlim _changed = new(0);
    private bool _stopped;

    public PluginHost(
        Action<PluginsOptions>? configure = null,
        InMemoryPluginStore? store = null,
        TimeProvider? time = null,
        NativePlatform? platform = null,
        IPluginDataStore? data = null,
        NetworkServices? network = null,
        InMemoryPermissionStore? permissions = null,
        InMemoryAuditLog? audit = null,
        InMemoryCrashReportStore? crashes = null,
        WorkerPool? workers = null,
        Action<IServiceCollection>? services = null)
    {
        time ??= TimeProvider.System;
        var options = DefaultOptions();
        configure?.Invoke(options);
        Store = store ?? new InMemoryPluginStore();
        Permissions = permissions ?? new InMemoryPermissionStore();
        Audit = audit ?? new InMemoryAuditLog(time);
        Bans = new FakeBans(time);
        Crashes = crashes ?? new InMemoryCrashReportStore();
        var added = new ServiceCollection()
            .AddPlugins()
            .AddSingleton(Options.Create(options))
            .AddSingleton(time)
            .AddSingleton<ILoggerFactory>(Logs)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSingleton<IMeterFactory>(_meters)
            .AddSingleton(platform ?? NativePlatform.Current)
            .AddSingleton(network ?? NetworkServices.System)
            .AddSingleton(workers ?? TestCompiler.Workers)
            .AddSingleton<IPluginStore>(Store)
            .AddSingleton<IPermissionStore>(Permissions)
            .AddSingleton<IAuditLog>(Audit)
            .AddSingleton<ICrashReportStore>(Crashes)
            .AddSingleton<IStorageHealth>(Storage)
            .AddSingleton(data ?? new InMemoryPluginData(time))
            .AddSingleton<IGameQueries>(Game)
            .AddSingleton<IGameCommands>(Game)
            .AddSingleton<IRoomCommands>(Game)
            .AddSingleton<IChartLookup>(Game)
            .AddSingleton<ITranslatedMessages>(Game)
            .AddSingleton<IRoundRecordStore>(RoundRecords)
            .AddSingleton<IBans>(Bans);
        services?.Invoke(added);
        _services = added.BuildServiceProvider();
        Events = _services.GetRequiredService<EventBus>();
        Commands = _services.GetRequiredService<CommandRegistry>();
        Versions = _services.GetRequiredService<VersionStore>();
        PermissionUsage = _services.GetRequiredService<PermissionUsageRecorder>();
        Runtime = _services.GetRequiredService<PluginRuntime>();
        Startup = _services.GetRequiredService<PluginStartup>();
        Manager = _services.GetRequiredService<PluginManager>();
        Follower = _services.GetRequiredService<FolderFollower>();
        PluginLog = _services.GetRequiredService<IPluginLog>();
        Limits = _services.GetRequiredService<IPluginLimits>();
        Grants = _services.GetRequiredService<IPluginPermissions>();
        Manager.Changed += snapshot =>
        {
            _changes.Enqueue(snapshot);
            _changed.Release();
        };
        Game.Acted += () => _changed.Release();
        Crashes.Appended += () => _changed.Release();
        Store.Written += () => _changed.Release();
    }

    /// <summary>Creates a service of its own, with these arguments and the host's services.</summary>
    public T Create<T>(params object[] arguments) => ActivatorUtilities.CreateInstance<T>(_services, arguments);

    /// <summary>Settings of a host interface, for the parameter <c>services</c>.</summary>
    public static Action<IServiceCollection> Settings<TOptions>(TOptions options)
        where TOptions : class, IInterfaceOptions => services => services.AddSingleton(Options.Create(options));

    public static ChangeCause Cause { get; } = new("test", "a test asks", "1");

    public static CommandCaller Admin { get; } = new("admin", CommandLevel.Admin, null, null);

    public FakeGame Game { get; } = new();

    public InMemoryRoundRecords RoundRecords { get; } = new();

    public FakeStorageHealth Storage { get; } = new();

    public InMemoryPluginStore Store { get; }

    public InMemoryPermissionStore Permissions { get; }

    public InMemoryAuditLog Audit { get; }

    public FakeBans Bans { get; }

    public PermissionUsageRecorder PermissionUsage { get; }

    public InMemoryCrashReportStore Crashes { get; }

    public EventBus Events { get; }

    public CommandRegistry Commands { get; }

    public PluginRuntime Runtime { get; }

    public HostInterfaceSet Interfaces => _services.GetRequiredService<HostInterfaceSet>();

    public ServiceRegistry Services => _services.GetRequiredService<ServiceRegistry>();

    public CustomMetricsRegistry CustomMetrics => _services.GetRequiredService<CustomMetricsRegistry>();

    public PluginRegistry Registry => _services.GetRequiredService<PluginRegistry>();

    public PluginStartup Startup { get; }

    public PluginManager Manager { get; }

    public FolderFollower Follower { get; }

    public IPluginLog PluginLog { get; }

    public IPluginLimits Limits { get; }

    public IPluginPermissions Grants { get; }

    public VersionStore Versions { get; }

    public TestMeters Meters => _meters;

    public TestLogs Logs { get; } = new();

    /// <summary>The plugins directory.</summary>
    public TemporaryDirectory Directory => _directory;

    /// <summary>The directory of versions and copies.</summary>
    public TemporaryDirectory Data => _data;

    /// <summary>The routes that plugins serve over HTTP.</summary>
    public RouteRegistry Routes => _services.GetRequiredService<RouteRegistry>();

    /// <summary>The streams of events that plugins have open.</summary>
    public IPluginStreams Streams => _services.GetRequiredService<IPluginStreams>();

    /// <summary>The directory with one folder for the files of each plugin.</summary>
    public TemporaryDirectory Files => _files;

    /// <summary>The published changes of plugins up to now, oldest first.</summary>
    public IReadOnlyList<PluginSnapshot> Changes => [.. _changes];

    /// <summary>Puts a plugin into the plugins directory.</summary>
    public PluginHost With(string name, byte[] component, string manifest = "", string version = "1.0.0")
    {
        _directory.Write(
            Path.Combine(name, "plugin.toml"), $"name = \"{name}\"\nversion = \"{version}\"\nabi_version = \"1.0.0\"\n{manifest}\n");
        File.WriteAllBytes(_directory[Path.Combine(name, "guest.wasm")], component);
        return this;
    }

    /// <summary>Replaces a file in the plugins directory.</summary>
    public void Write(string relativePath, string text) => _directory.Write(relativePath, text);

    /// <summary>Replaces a file in the plugins directory.</summary>
    public void Write(string relativePath, byte[] bytes) => File.WriteAllBytes(_directory[relativePath], bytes);

    /// <summary>Deletes a file in the plugins directory.</summary>
    public void Delete(string relativePath) => File.Delete(_directory[relativePath]);

    /// <summary>Puts a sample plugin of the repository into the plugins directory.</summary>
    public PluginHost WithSample(string name)
    {
        System.IO.Directory.CreateDirectory(_directory[name]);
        foreach (var file in System.IO.Directory.GetFiles(RepositoryFiles.PathOf("plugins", name)))
        {
            File.Copy(file, _directory[Path.Combine(name, Path.GetFileName(file))]);
        }

        return this;
    }

    /// <summary>The guest that shows what it receives, with all permissions.</summary>
    public PluginHost WithEcho(string name = "echo", string manifest = "") =>
        With(name, RepositoryFiles.Guest("echo"), TestManifests.AllPermissions + manifest);

    /// <summary>The guest that attacks, with all permissions.</summary>
    public PluginHost WithHostile(string name = "hostile", string manifest = "") =>
        With(name, RepositoryFiles.Guest("hostile"), TestManifests.AllPermissions + manifest);

    public async Task<PluginHost> StartAsync()
    {
        await Startup.StartAsync(CancellationToken.None);
        await Startup.Loading.WaitAsync(Patience);
        return this;
    }

    public PluginSnapshot Plugin(string name) =>
        Manager.Find(PluginName.Parse(name)) ?? throw new InvalidOperationException($"there is no plugin {name}");

    public Task<Result<PluginSnapshot>> DoAsync(string name, PluginOperation operation, bool cascade = false) =>
        Manager.ExecuteAsync(PluginName.Parse(name), operation, cascade, Cause, CancellationToken.None).WaitAsync(Patience);

    public Task<Result<PluginConfig>> SetConfigAsync(string name, string values, int? expectedRevision = null) =>
        Manager.SetConfigAsync(PluginName.Parse(name), values, expectedRevision, Cause, CancellationToken.None).WaitAsync(Patience);

    public Task<Result<PluginConfig>> GetConfigAsync(string name) =>
        Manager.GetConfigAsync(PluginName.Parse(name), CancellationToken.None).WaitAsync(Patience);

    /// <summary>Grants permissions, written as <c>name</c> or <c>name {scopes}</c>, in place of all granted before.</summary>
    public Task<Result<PluginPermissions>> GrantAsync(string name, params string[] grants) => Grants.GrantAsync(
        PluginName.Parse(name),
        [.. grants.Select(grant => grant.Split(' ', 2)).Select(parts => new GrantRequest(parts[0], parts.ElementAtOrDefault(1)))],
        Cause,
        CancellationToken.None).WaitAsync(Patience);

    public async Task<PluginPermissions> PermissionsAsync(string name) =>
        (await Grants.GetAsync(PluginName.Parse(name), CancellationToken.None).WaitAsync(Patience)).Value!;

    public Task<Result<string>> CommandAsync(string name, string arguments = "", CommandCaller? caller = null) =>
        Commands.InvokeAsync(name, arguments, caller ?? Admin, CancellationToken.None).WaitAsync(Patience);

    /// <summary>Waits until a plugin has reached a state.</summary>
    public async Task<PluginSnapshot> UntilAsync(string name, PluginState state)
    {
        await UntilAsync(() => Manager.Find(PluginName.Parse(name))?.State == state);
        return Plugin(name);
    }

    /// <summary>Waits for something that follows from a change of state or from an action on the game.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await _changed.WaitAsync(timeout.Token);
        }
    }

    /// <summary>Waits until so much was asked of the game, and returns it, oldest first.</summary>
    public async Task<string[]> AskedAsync(int count)
    {
        await UntilAsync(() => Game.Asked.Count >= count);
        return [.. Game.Asked];
    }

    public async Task StopAsync()
    {
        _stopped = true;
        await Startup.StopAsync(CancellationToken.None).WaitAsync(Patience);
        await PermissionUsage.StopAsync(CancellationToken.None).WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopped)
        {
            await StopAsync();
        }

        await _services.DisposeAsync();
        _meters.Dispose();
        _directory.Dispose();
        _data.Dispose();
        _files.Dispose();
    }

    private PluginsOptions DefaultOptions() => new()
    {
        Directory = _directory.Path,
        PackagesDirectory = _data.Path,
        FilesDirectory = _files.Path,
        CacheDirectory = Cache.Path,
        LogBytes = 0,
        Approval = ApprovalPolicy.Trust,

        // No test may fail because a machine is slow; tests about one of these set their own. Processor time is no matter of load.
        EventDeadline = Patience,
        CommandTimeout = Patience,
        RollbackWindow = Patience,
        DefaultLimits = new ResourceLimits { MaxExecutionTimeMs = (long)Patience.TotalMilliseconds },
        MaximumLimits = new PluginsOptions().MaximumLimits with { MaxExecutionTimeMs = (long)Patience.TotalMilliseconds },

        // Most tests about a crash want to see what it leaves; those about starting again set their own.
        HotReload = { RestartCooldownSecs = 3600 },
    };
}

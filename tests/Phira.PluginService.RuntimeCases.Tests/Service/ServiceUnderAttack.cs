using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Composition;
using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Hosting;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.RuntimeCases.Tests.Service;

/// <summary>
/// The whole service in this process: game server on a real port, plugins, database, web server. All cases are let loose on this one, so
/// that what one of them leaves behind shows in the next.
/// </summary>
public sealed class ServiceUnderAttack : IAsyncLifetime
{
    /// <summary>Only ends a case that hangs.</summary>
    public static readonly TimeSpan Patience = Eventually.Patience;

    private readonly TemporaryDirectory _directory = new();
    private readonly ConcurrentQueue<PluginSnapshot> _changes = new();
    private PhiraApiStandIn _phira = null!;
    private WebApplication _app = null!;
    private int _lastAccount;

    internal static ChangeCause Cause { get; } = new("test", "a case of the corpus", "");

    internal static CommandCaller Admin { get; } = new("admin", CommandLevel.Admin, null, null);

    internal IServiceProvider Services => _app.Services;

    internal IPluginManager Plugins => Services.GetRequiredService<IPluginManager>();

    internal ICommandRegistry Commands => Services.GetRequiredService<ICommandRegistry>();

    internal Canary Canary { get; private set; } = null!;

    internal Neighbourhood Neighbourhood { get; } = new();

    internal Footprint Footprint { get; private set; } = null!;

    /// <summary>A player who takes part in what a case is about.</summary>
    internal PhiraClient Eve { get; private set; } = null!;

    /// <summary>The directory of all that the service and the cases keep on disk.</summary>
    internal TemporaryDirectory Root => _directory;

    /// <summary>The directory that plugins are found in.</summary>
    internal string PluginsDirectory => _directory["plugins"];

    internal ServiceLog Log { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _phira = await PhiraApiStandIn.StartAsync();
        await Neighbourhood.StartAsync();
        Canary.WriteTo(Path.Combine(PluginsDirectory, Canary.Plugin));
        var builder = ServiceApplication.CreateBuilder([], Configure(), demo: null, new StartupProgress(), requestStop: () => { });
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.Replace(ServiceDescriptor.Singleton(new StartupOutput(TextWriter.Null, IsKept: false)));
        var names = new TrickyNames(Neighbourhood);
        builder.Services.AddSingleton(new NetworkServices(names, names));
        _app = ServiceApplication.Build(builder);
        Plugins.Changed += _changes.Enqueue;
        await _app.StartAsync();
        PluginSnapshot? canary = null;
        await Eventually.IsTrueAsync(
            () => (canary = Find(PluginName.Parse(Canary.Plugin))) is { State: PluginState.Running } or { Failure: not null }, "the canary is loaded");
        Assert.True(canary!.State == PluginState.Running, canary.Failure?.Describe());

        Eve = await LogInAsync("Eve");
        Assert.True((await Eve.CreateRoomAsync(RoomName.Create("storm"))).IsSuccess);
        Canary = await Canary.StartAsync(this);
        Footprint = new Footprint(this);
    }

    public async ValueTask DisposeAsync()
    {
        await Canary.DisposeAsync();
        await Eve.DisposeAsync();
        await _app.StopAsync().WaitAsync(Patience);
        await _app.DisposeAsync();
        await _phira.DisposeAsync();
        await Neighbourhood.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>Logs a new player in, as the game does. The caller disposes it.</summary>
    internal async Task<PhiraClient> LogInAsync(string name)
    {
        var id = Interlocked.Increment(ref _lastAccount);
        _phira.AddAccount(new PhiraAccount(id, name, "zh-CN", $"token-{id}"));
        var player = await PhiraClient.ConnectAsync(
            new IPEndPoint(IPAddress.Loopback, Services.GetRequiredService<ListeningPorts>().Game!.Value),
            new PhiraClientOptions { WaitLimit = Patience, ReplyTimeout = Patience, PongTimeout = Patience, TriesAgain = PassingRefusals.Contains });
        var answer = await player.AuthenticateAsync($"token-{id}");
        Assert.True(answer.IsSuccess, $"{name} cannot log in");
        return player;
    }

    /// <summary>Returns the snapshots of a plugin so far, oldest first.</summary>
    internal IReadOnlyList<PluginSnapshot> ChangesOf(PluginName plugin) => [.. _changes.Where(change => change.Name == plugin)];

    /// <summary>A plugin as it is now; null when there is none of that name.</summary>
    internal PluginSnapshot? Find(PluginName plugin) => Plugins.Find(plugin);

    private ServiceConfiguration Configure()
    {
        var reading = new SettingsReading(ServiceSettings.Catalog);
        foreach (var (key, text) in Settings())
        {
            reading.SetText(ServiceSettings.Catalog.Find(key) ?? throw new KeyNotFoundException($"There is no setting {key}."), text, key);
        }

        Assert.Empty(reading.Problems);
        return new ServiceConfiguration(ServiceSettings.Catalog, reading.Values, Demo: false);
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["game.port"] = "0",
        ["game.min_reply_delay_ms"] = "0",
        ["game.silence_timeout_secs"] = "300",
        ["game.handshake_timeout_secs"] = "60",
        ["game.limits.login_burst"] = "1000",
        ["game.limits.max_unauthenticated_per_address"] = "256",
        ["game.limits.chat_per_sec"] = "1000",
        ["game.limits.chat_burst"] = "1000",
        ["game.limits.packets_per_sec"] = "10000",
        ["game.limits.packet_burst"] = "10000",
        ["http.port"] = "0",
        ["plugins.approval"] = "trust",
        ["plugins.directory"] = PluginsDirectory,
        ["hot_reload.enabled"] = "false",

        // A plugin that crashes once is left alone at once: what becomes of it does not depend on when one looks.
        ["hot_reload.max_restart_attempts"] = "0",
        ["plugins.rollback_window_ms"] = "0",
        ["plugins.health_interval_ms"] = "1000",
        ["security.allow_network"] = "true",
        ["security.allowed_network_hosts"] = $"*.test,127.0.0.1:{Neighbourhood.OpenPort},localhost",
        ["security.allow_filesystem"] = "true",
        ["security.allow_system_info"] = "true",
        ["security.allowed_filesystem_paths"] = _directory["inside"],
        ["storage.data_directory"] = _directory["data"],
        ["phira_api.base_url"] = _phira.BaseAddress.ToString(),

        // A machine that runs many tests at once is slow: no case depends on the clock, unless its manifest sets the limit.
        ["events.event_deadline_ms"] = "10000",
        ["limits.max_execution_time_ms"] = "600000",
        ["limits.maximum.max_execution_time_ms"] = "600000",
        ["limits.max_cpu_time_ms"] = "30000",
        ["limits.maximum.max_cpu_time_ms"] = "30000",
        ["plugins.command_timeout_ms"] = "300000",
        ["plugins.stop_deadline_ms"] = "4000",
        ["game.command_reply_budget_ms"] = "5000",
        ["game.command_timeout_secs"] = "300",
    };
}

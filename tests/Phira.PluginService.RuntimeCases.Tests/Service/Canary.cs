using System.Text.Json.Nodes;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.RuntimeCases.Tests.Service;

/// <summary>
/// Two players who chat and one plugin that sees all of it and answers commands. Nothing that happens to them may be anybody else's
/// doing: while a case runs they go round and round, and every answer must be there.
/// </summary>
internal sealed class Canary : IAsyncDisposable
{
    public const string Plugin = "canary";

    // As much as the configuration allows: it must reach none of them, however slow the machine is.
    private const string Limits = "\n[limits]\nmax_cpu_time_ms = 10000\nmax_execution_time_ms = 30000\n";

    // As fast as a few players talk: the machine is for the attacks.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ServiceUnderAttack _service;
    private readonly PhiraClient _ann;
    private readonly PhiraClient _bob;
    private int _said;

    private Canary(ServiceUnderAttack service, PhiraClient ann, PhiraClient bob)
    {
        (_service, _ann, _bob) = (service, ann, bob);
    }

    /// <summary>Puts the plugin into a folder.</summary>
    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        var manifest = File.ReadAllText(RepositoryFiles.PathOf("tests", "guests", "echo", "plugin.toml"))
            .Replace("name = \"echo\"", $"name = \"{Plugin}\"", StringComparison.Ordinal)
            .Replace("subscribe = []", "subscribe = [\"message_send\"]", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "plugin.toml"), manifest + Limits);
        File.WriteAllBytes(Path.Combine(folder, "echo.wasm"), RepositoryFiles.Guest("echo"));
    }

    /// <summary>Brings the players in. The plugin must be running.</summary>
    public static async Task<Canary> StartAsync(ServiceUnderAttack service)
    {
        var canary = new Canary(service, await service.LogInAsync("Ann"), await service.LogInAsync("Bob"));
        Assert.True((await canary._ann.CreateRoomAsync(RoomName.Create("calm"))).IsSuccess);
        Assert.True((await canary._bob.JoinRoomAsync(RoomName.Create("calm"))).IsSuccess);
        await canary.RoundAsync();
        return canary;
    }

    /// <summary>Goes round and round while something is done, and once more.</summary>
    public async Task WatchAsync(Func<Task> during)
    {
        using var stop = new CancellationTokenSource();
        var rounds = Task.Run(() => RoundsAsync(stop.Token), CancellationToken.None);
        try
        {
            await during();
        }
        finally
        {
            await stop.CancelAsync();
            await rounds;
        }

        await AssertNothingWasLostAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ann.DisposeAsync();
        await _bob.DisposeAsync();
    }

    private async Task RoundsAsync(CancellationToken stop)
    {
        using var pause = new PeriodicTimer(Pause);
        do
        {
            await RoundAsync();
        }
        while (await pause.WaitForNextTickAsync(CancellationToken.None) && !stop.IsCancellationRequested);

        await RoundAsync();
    }

    /// <summary>Chat from player to player, a command in the game, and one from outside.</summary>
    private async Task RoundAsync()
    {
        var text = $"round {_said + 1}.";
        await SayAsync(text);
        _said++;
        await _bob.WaitForMessageAsync<ChatMessage>(message => message.User == _ann.User!.Id && message.Content == text);

        await SayAsync($"/{Plugin}:echo {text}");
        await _ann.WaitForMessageAsync<ChatMessage>(
            message => message.User == 0 && message.Content.Contains(text, StringComparison.Ordinal));

        Assert.Contains(text, await AskAsync(text), StringComparison.Ordinal);
    }

    /// <summary>Each text has come to the plugin, once, and no player has seen anything odd.</summary>
    private async Task AssertNothingWasLostAsync()
    {
        using var limit = new CancellationTokenSource(ServiceUnderAttack.Patience, TimeProvider.System);
        JsonNode ledger;
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            ledger = JsonNode.Parse(await AskAsync("ledger"))!;
        }
        while ((int)ledger["received"]! < _said);

        Assert.Equal(_said, (int)ledger["received"]!);
        Assert.Equal(0, (int)ledger["missing"]!);
        Assert.Equal(0, (int)ledger["repeated"]!);
        var plugin = _service.Find(PluginName.Parse(Plugin))!;
        Assert.Equal(PluginState.Running, plugin.State);
        Assert.Equal(0, plugin.Usage.Drops + plugin.Usage.Traps + plugin.Usage.LimitHits + plugin.Usage.Restarts + plugin.Usage.Errors);
        Assert.All([_ann, _bob, _service.Eve], player => Assert.False(player.Closed.IsCompleted));
        Assert.All([_ann, _bob, _service.Eve], player => Assert.Empty(player.Violations));
    }

    private async Task SayAsync(string text)
    {
        var answer = await _ann.ChatAsync(text);
        Assert.True(answer.IsSuccess, answer.Error);
    }

    private async Task<string> AskAsync(string arguments)
    {
        var answer = await _service.Commands.InvokeAsync($"{Plugin}:echo", arguments, ServiceUnderAttack.Admin, CancellationToken.None)
            .WaitAsync(ServiceUnderAttack.Patience);
        Assert.True(answer.IsSuccess, answer.Error?.Describe());
        return answer.Value;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The real service as a process of its own, on free ports, beside a stand-in for the Phira API.</summary>
internal sealed partial class RunningService : IAsyncDisposable
{
    private const string AdminToken = "end-to-end-admin-token-0123456789";
    private static readonly TimeSpan Patience = Eventually.Patience;

    private readonly Process _process;
    private readonly PhiraApiStandIn _phira;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<(int Game, int Http)> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentBag<PhiraClient> _players = [];
    private IPEndPoint _game = null!;
    private int _http;

    private RunningService(Process process, PhiraApiStandIn phira)
    {
        (_process, _phira) = (process, phira);
        process.OutputDataReceived += (_, line) => Record(line.Data);
        process.ErrorDataReceived += (_, line) => Record(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public ManagementApi Api { get; private set; } = null!;

    /// <summary>The address that players connect to.</summary>
    public IPEndPoint Game => _game;

    /// <summary>The port of the web server.</summary>
    public int HttpPort => _http;

    /// <summary>Stands in for the Phira API.</summary>
    public PhiraApiStandIn Phira => _phira;

    /// <summary>The memory of the process that is in use now.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>The output of the service so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Starts the service and waits until it listens and has loaded its plugins.</summary>
    /// <param name="settings">Environment variables besides the usual ones.</param>
    public static async Task<RunningService> StartAsync(ServiceFolder folder, params (string Name, string Value)[] settings)
    {
        var service = await LaunchAsync(folder, new ServiceLaunch { Settings = settings });
        try
        {
            await service.WaitUntilReadyAsync();
            await service.WaitUntilLoadedAsync();
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the process and waits for nothing.</summary>
    public static async Task<RunningService> LaunchAsync(ServiceFolder folder, ServiceLaunch launch)
    {
        var phira = await PhiraApiStandIn.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        string[] command = [.. launch.Wrapper, "dotnet", Path.Combine(AppContext.BaseDirectory, "Phira.PluginService.dll"), .. launch.Arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("PHIRA_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(variable);
        }

        start.Environment["PHIRA_AUTH__ADMIN_TOKEN"] = AdminToken;
        start.Environment["PHIRA_PHIRA_API__BASE_URL"] = phira.BaseAddress.ToString();
        foreach (var (name, value) in PatientSettings.All.Concat(launch.Settings))
        {
            start.Environment[name] = value;
        }

        return new RunningService(Process.Start(start)!, phira);
    }

    /// <summary>Waits until every plugin is running or has said why not. The service is ready before those that take long to compile.</summary>
    public Task WaitUntilLoadedAsync() => _loaded.Task.WaitAsync(Patience);

    /// <summary>Waits until the service is ready for players.</summary>
    public async Task WaitUntilReadyAsync()
    {
        try
        {
            var (game, http) = await _listening.Task.WaitAsync(Patience);
            _game = new IPEndPoint(IPAddress.Loopback, game);
            _http = http;
            var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{http}/"), Timeout = Patience };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminToken);
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
            Api = new ManagementApi(client);
            await Api.WaitUntilReadyAsync();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"The service did not start: {exception.Message}\n{Log}", exception);
        }
    }

    /// <summary>Logs a player in, as the game does.</summary>
    public async Task<PhiraClient> LogInAsync(int id, string name, string language = "zh-CN")
    {
        while (true)
        {
            var player = await ConnectAsync(id, name, language);
            var login = await player.AuthenticateAsync($"token-{id}", TestContext.Current.CancellationToken);
            if (!PassingRefusals.Contains(login.Error))
            {
                Assert.Null(login.Error);
                return player;
            }
        }
    }

    /// <summary>
    /// Waits until a plugin has taken the events that these players have caused so far. Commands, requests and configurations overtake events that wait.
    /// </summary>
    public async Task UntilTakenAsync(string plugin, params PhiraClient[] players)
    {
        foreach (var player in players)
        {
            // Whatever the answer: a session begins with this request when plugins have been told of the previous one.
            await player.ChatAsync("…", TestContext.Current.CancellationToken);
        }

        await Eventually.IsTrueAsync(
            async () => (int)(await Api.PluginAsync(plugin))["usage"]!["queueLength"]! == 0, $"{plugin} has taken every event");
    }

    /// <summary>Tries to log a player in.</summary>
    /// <returns>The reason that the player reads when that is refused; null when it is not.</returns>
    public async Task<string?> TryLogInAsync(int id, string name) =>
        (await (await ConnectAsync(id, name)).AuthenticateAsync($"token-{id}", TestContext.Current.CancellationToken)).Error;

    /// <summary>A client without token that follows no redirect, for the routes and files of plugins.</summary>
    public HttpClient Visitor() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{_http}/plugins/"),
        Timeout = Patience,
    };

    /// <summary>Speaks to the web server without a library between.</summary>
    public RawHttp RawHttp() => new(_http, AdminToken);

    /// <summary>A connection to the hub, not started.</summary>
    public HubConnection Hub() => new HubConnectionBuilder()
        .WithUrl(new Uri($"http://127.0.0.1:{_http}/hubs/live"), options => options.Headers["Authorization"] = $"Bearer {AdminToken}")
        .Build();

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the process to stop, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return await ExitAsync();
    }

    /// <summary>Sends a signal to the process.</summary>
    public async Task SignalAsync(string name) => Assert.True(await TrySignalAsync(name));

    /// <summary>Sends a signal to the process.</summary>
    /// <returns>Whether there was still a process.</returns>
    public async Task<bool> TrySignalAsync(string name)
    {
        var start = new ProcessStartInfo("kill", [$"-{name}", $"{_process.Id}"]) { RedirectStandardError = true, UseShellExecute = false };
        using var kill = Process.Start(start)!;
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return kill.ExitCode == 0;
    }

    /// <summary>Waits until the process has ended.</summary>
    /// <returns>The exit code; 128 and the number of the signal when a signal ended it.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var player in _players)
        {
            await player.DisposeAsync();
        }

        Api?.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        await _phira.DisposeAsync();
    }

    private async Task<PhiraClient> ConnectAsync(int id, string name, string language = "zh-CN")
    {
        _phira.AddAccount(new PhiraAccount(id, name, language, $"token-{id}"));
        var options = new PhiraClientOptions
        {
            WaitLimit = Patience,
            ReplyTimeout = Patience,
            PongTimeout = Patience,
            TriesAgain = PassingRefusals.Contains,
        };
        var player = await PhiraClient.ConnectAsync(_game, options, TestContext.Current.CancellationToken);
        _players.Add(player);
        return player;
    }

    private void Record(string? line)
    {
        if (line is null)
        {
            // The output ends with the process: nobody needs to wait for it to listen any longer.
            _listening.TrySetException(new InvalidOperationException("The process has ended."));
            _loaded.TrySetException(new InvalidOperationException("The process has ended."));
            return;
        }

        _log.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult((int.Parse(match.Groups["game"].ValueSpan), int.Parse(match.Groups["http"].ValueSpan)));
        }

        if (line.Contains("The plugins are loaded", StringComparison.Ordinal))
        {
            _loaded.TrySetResult();
        }
    }

    [GeneratedRegex(@"listening game=(?<game>\d+) http=(?<http>\d+)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Listening();
}

using System.Globalization;
using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>
/// The process is killed at random moments while several administrators write at once. What was acknowledged must be there afterwards;
/// what was under way may be there as a whole or not at all.
/// </summary>
public sealed class KilledServiceTests(ITestOutputHelper output)
{
    // It asks for little: whatever is granted here is enough for it to run.
    private const string Idle = """
        name = "idle"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        read_users = { per_hour = 1 }
        kick_users = { per_hour = 1 }
        """;

    private const int MostWritesBetweenKills = 12;

    private static readonly int Kills = LongForm.IsOn ? 40 : 6;
    private static readonly int Writes = LongForm.IsOn ? 200 : 30;

    private readonly Written<int> _greeting = new("greeting", 0);
    private readonly Written<int> _revision = new("revision", 0);
    private readonly Written<string> _dice = new("dice", "running");
    private readonly Written<int> _banned = new("banned", 0);
    private readonly Written<int> _granted = new("granted", 1);
    private int _acknowledged;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_acknowledged_is_there_and_nothing_is_half_applied(bool onPostgreSql)
    {
        await using var database = onPostgreSql ? await ServiceDatabase.StartAsync() : null;
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var folder = new ServiceFolder()
            .WithDelivered("welcome")
            .WithDelivered("dice")
            .WithPlugin("idle", RepositoryFiles.Guest("idle"), Idle);
        var service = await RunningService.StartAsync(folder, database?.Settings ?? []);
        try
        {
            await WriteConfigAsync(service, 0);
            for (var kill = 0; kill < Kills || _acknowledged < Writes; kill++)
            {
                var work = Task.WhenAll(
                    RepeatAsync(() => WriteConfigAsync(service, _greeting.Last + 1)),
                    RepeatAsync(() => SwitchDiceAsync(service)),
                    RepeatAsync(() => BanAsync(service)),
                    RepeatAsync(() => GrantAsync(service)),
                    RepeatAsync(() => service.Api.PostAsync("plugins/welcome/reload")));

                // After some writes, and in the middle of others; how long that takes is up to the machine.
                var enough = _acknowledged + random.Next(MostWritesBetweenKills);
                await Eventually.IsTrueAsync(() => work.IsCompleted || Volatile.Read(ref _acknowledged) >= enough, "the writes are acknowledged");
                await service.KillAsync();
                await work;
                await service.DisposeAsync();
                service = await RunningService.StartAsync(folder, database?.Settings ?? []);
                await CheckAsync(service);
            }
        }
        finally
        {
            await service.DisposeAsync();
            output.WriteLine($"{_acknowledged} acknowledged");
        }
    }

    /// <summary>Works until the service does not answer any more.</summary>
    private async Task RepeatAsync(Func<Task> write)
    {
        try
        {
            while (true)
            {
                await write();
                Interlocked.Increment(ref _acknowledged);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // Killed. A refusal, which would be a fault, is another exception.
        }
    }

    private async Task WriteConfigAsync(RunningService service, int number)
    {
        _greeting.Begin(number);
        _revision.Begin(_revision.Last + 1);
        var text = number.ToString(CultureInfo.InvariantCulture);
        await service.Api.ChangeConfigAsync("welcome", values => (values["greeting"], values["join_announcement"]) = (text, text));
        _greeting.Acknowledge();
        _revision.Acknowledge();
    }

    private async Task SwitchDiceAsync(RunningService service)
    {
        var stops = _dice.Last == "running";
        _dice.Begin(stops ? "stopped" : "running");
        await service.Api.PostAsync(stops ? "plugins/dice/stop" : "plugins/dice/start");
        _dice.Acknowledge();
    }

    /// <summary>Each ban is of another account; they must be there up to the last, with their reasons.</summary>
    private async Task BanAsync(RunningService service)
    {
        var number = _banned.Last + 1;
        _banned.Begin(number);
        await service.Api.PostAsync("bans", new { target = $"user:{number}", reason = $"reason {number}" });
        _banned.Acknowledge();
    }

    /// <summary>Both permissions are granted in one request: they must never differ.</summary>
    private async Task GrantAsync(RunningService service)
    {
        var rate = _granted.Last + 1;
        _granted.Begin(rate);
        var scopes = new { per_hour = rate };
        await service.Api.PutAsync(
            "plugins/idle/permissions",
            new { grants = new[] { new { permission = "read_users", scopes }, new { permission = "kick_users", scopes } } });
        _granted.Acknowledge();
    }

    private async Task CheckGrantsAsync(RunningService service)
    {
        var permissions = (JsonArray)(await service.Api.GetAsync("plugins/idle/permissions"))["permissions"]!;
        var rates = permissions.Select(permission => (int)permission!["granted"]!["per_hour"]!).ToArray();
        Assert.Equal(2, rates.Length);
        Assert.Equal(rates[0], rates[1]);
        _granted.Check(rates[0]);
        Assert.Equal("running", (string?)(await service.Api.PluginAsync("idle"))["state"]);
    }

    private async Task CheckAsync(RunningService service)
    {
        await CheckGrantsAsync(service);
        var config = await service.Api.GetAsync("plugins/welcome/config");
        var values = config["values"]!;
        Assert.Equal((string?)values["greeting"], (string?)values["join_announcement"]);
        _greeting.Check(int.Parse((string)values["greeting"]!, CultureInfo.InvariantCulture));
        _revision.Check((int)config["revision"]!);
        _dice.Check((string)(await service.Api.PluginAsync("dice"))["state"]!);
        Assert.Equal("running", (string?)(await service.Api.PluginAsync("welcome"))["state"]);
        var bans = ((JsonArray)await service.Api.GetAsync("bans")).ToDictionary(ban => (int)ban!["user"]!, ban => (string?)ban!["reason"]);
        Assert.Equal(Enumerable.Range(1, bans.Count), bans.Keys.Order());
        Assert.All(bans, ban => Assert.Equal($"reason {ban.Key}", ban.Value));
        _banned.Check(bans.Count);
        var history = (JsonArray)await service.Api.GetAsync("plugins/dice/transitions?count=100");
        Assert.NotEmpty(history);
    }

    /// <summary>A value that one administrator writes.</summary>
    private sealed class Written<T>(string name, T initial)
        where T : notnull
    {
        private T _underWay = initial;

        /// <summary>The last value that was acknowledged or found.</summary>
        public T Last { get; private set; } = initial;

        public void Begin(T value) => _underWay = value;

        public void Acknowledge() => Last = _underWay;

        public void Check(T found)
        {
            Assert.True(found.Equals(Last) || found.Equals(_underWay), $"{name}: acknowledged {Last}, under way {_underWay}, found {found}");
            Last = _underWay = found;
        }
    }
}

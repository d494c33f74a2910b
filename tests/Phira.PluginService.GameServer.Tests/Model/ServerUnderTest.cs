using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.GameServer.Tests.Server;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>
/// A whole server on the loopback interface and nine simulated clients, as much around them as it takes to carry steps out one after another. It does
/// not wait between frames, and its clock stands still but for the steps.
/// </summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    public const int Users = 9;
    private const int FirstRecord = 1_000_000;

    /// <summary>Each user, and the newer one of two connections of each.</summary>
    public static readonly IReadOnlyList<int> Seats = [.. Enumerable.Range(1, Users), .. Enumerable.Range(1, Users).Select(Step.NewerOf)];

    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMilliseconds(1);

    private static readonly MessageCommand Farewell = new(new ChatMessage(0, "Your account has logged in from another place"));

    private static readonly PhiraClientOptions NoPings = new()
    {
        PingInterval = Timeout.InfiniteTimeSpan,
        PongTimeout = TestServer.Patience,
        ReplyTimeout = TestServer.Patience,
    };

    private readonly TestServer _server;
    private readonly GraceClock _clock;
    private readonly Dictionary<int, PhiraClient> _clients = [];
    private readonly DateTimeOffset[] _spokeAt = new DateTimeOffset[Users + 1];
    private readonly HashSet<int> _away = [];
    private int _record = FirstRecord;
    private float _streamed;

    private ServerUnderTest(TestServer server, GraceClock clock)
    {
        _server = server;
        _clock = clock;
    }

    public IReadOnlyList<RoomSnapshot> Rooms => _server.Queries.Rooms;

    /// <summary>The player who has been away for longest: the only one whose time can be over next.</summary>
    public int? LongestAway => _away.Count == 0 ? null : _away.MinBy(user => _spokeAt[user]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="draw">Draws the number that chooses the next host.</param>
    public static async Task<ServerUnderTest> StartAsync(Func<int, bool> mayMonitor, Func<int> draw)
    {
        var clock = new GraceClock();
        var server = await TestServer.StartAsync(
            options =>
            {
                options.Monitors = [.. Enumerable.Range(1, Users).Where(mayMonitor)];
                options.MinReplyDelayMs = options.RoomCopyDelayMs = options.ChartShownMs = options.ChartShownAfterLoginMs = options.FarewellMs = 0;
                options.ReconnectGraceSecs = options.PlayingReconnectGraceSecs = GraceClock.Grace.TotalSeconds;
                options.SilenceTimeoutSecs = 300;
                options.Limits.RoomOperationsPerSec = options.Limits.ChatPerSec = options.Limits.LookupsPerSec = 1_000;
                options.Limits.PacketsPerSec = 10_000;
            },
            services => services
                .AddSingleton<TimeProvider>(clock)
                .AddSingleton<Random>(new ChosenNumbers(draw)));
        return new ServerUnderTest(server, clock);
    }

    /// <summary>Carries a step out and waits until the server has.</summary>
    public async Task DoAsync(Step step)
    {
        if (step.Action is not (StepAction.Return or StepAction.Expire))
        {
            _clock.Advance(BetweenSteps);
        }

        switch (step.Action)
        {
            case StepAction.Lose when _clients.TryGetValue(Step.NewerOf(step.User), out var newer):
                await DropAsync(step.User);
                _clients.Remove(Step.NewerOf(step.User));
                _clients[step.User] = newer;
                break;
            case StepAction.Lose when !_away.Contains(step.User) && _server.Queries.FindUser(new UserId(step.User))?.Room is not null:
                await LoseAsync(step.User);
                break;
            case StepAction.LogInAgain when CanLogInAgain(step.User):
                await LogInAsync(step.User, Step.NewerOf(step.User));
                break;
            case StepAction.CloseNewer when _clients.ContainsKey(Step.NewerOf(step.User)):
                await DropAsync(Step.NewerOf(step.User));
                break;
            case StepAction.Return when _away.Remove(step.User):
                await LogInAsync(step.User, step.User);
                break;
            case StepAction.Expire when _away.Remove(step.User):
                await ExpireAsync(step.User);
                break;
            case StepAction.Lose or StepAction.LogInAgain or StepAction.TimeOut or StepAction.CloseNewer or StepAction.Return or StepAction.Expire:
                break;
            case StepAction.Touches or StepAction.Judges:
                await StreamAsync(step);
                break;
            default:
                await SendAsync(step.User, CommandOf(step));
                break;
        }
    }

    /// <summary>The next frames of a seat, which must come.</summary>
    public async Task<List<string>> ReadAsync(int seat, int count)
    {
        var frames = new List<string>(count);
        for (; count > 0; count--)
        {
            var frame = await _clients[seat].WaitForAsync<ServerCommand>(cancellationToken: Stop);
            CheckStream(frame);
            frames.Add(frame == Farewell ? await ReadEndAsync(seat) : FrameText.Of(frame));
        }

        return frames;
    }

    /// <summary>Whatever has come to a seat besides.</summary>
    public IEnumerable<string> ReadRest(int seat) => _clients.TryGetValue(seat, out var client) ? client.TakeReceived().Select(FrameText.Of) : [];

    /// <summary>Nothing more may come to anybody, and no game may have been broken.</summary>
    public async Task SettleAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var client in _clients.Values)
        {
            Assert.True(await client.PingAsync(Stop));
            Assert.Empty(client.TakeReceived());
            Assert.Empty(client.Violations);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            await client.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    private async Task LoseAsync(int user)
    {
        // The time counts from the last packet.
        _spokeAt[user] = _clock.GetUtcNow();
        Assert.True(await _clients[user].PingAsync(Stop));
        _away.Add(user);
        await DropAsync(user);
        await _clock.ServerWaitsAsync(Stop);
    }

    /// <summary>Ends a connection, and waits until the server has seen to that.</summary>
    private async Task DropAsync(int seat)
    {
        _clients[seat].Drop();
        await EndAsync(seat);
    }

    private async Task EndAsync(int seat)
    {
        Assert.True(_clients.Remove(seat, out var client));
        await client.Closed.WaitAsync(TestServer.Patience, Stop);
        Assert.Empty(client.Violations);
        await client.DisposeAsync();
        var others = _clients.Count;
        await Eventually.IsTrueAsync(() => _server.Get<IGameServerStatus>().ConnectionCount <= others, "the server notices the end of a connection");
    }

    private async Task<string> ReadEndAsync(int seat)
    {
        await EndAsync(seat);
        return "closed";
    }

    private bool CanLogInAgain(int user) =>
        _server.Queries.FindUser(new UserId(user)) is { Room: { } room, IsConnected: true }
        && _server.Queries.FindRoom(room)!.Phase == RoomPhase.Playing
        && !_clients.ContainsKey(Step.NewerOf(user));

    private async Task ExpireAsync(int user)
    {
        _clock.Advance(_spokeAt[user] + GraceClock.Grace - _clock.GetUtcNow());
        Assert.Equal(user, (await _server.Events.NextAsync<UserDisconnected>()).User.Id.Value);
    }

    private async Task LogInAsync(int user, int seat)
    {
        var client = await PhiraClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _server.Port), NoPings, Stop);
        _clients[seat] = client;
        _spokeAt[user] = _clock.GetUtcNow();
        Assert.True((await client.AuthenticateAsync($"t{user}", Stop)).IsSuccess);
    }

    private async Task SendAsync(int user, ClientCommand command)
    {
        if (!_clients.ContainsKey(user))
        {
            await LogInAsync(user, user);
            Assert.Equal($"back: {user} in no room", Assert.Single(await ReadAsync(user, 1)));
        }

        _spokeAt[user] = _clock.GetUtcNow();
        await _clients[user].SendAsync(command, Stop);
    }

    /// <summary>A stream is not answered; but whatever is asked after it is, and not before the stream has been dealt with.</summary>
    private async Task StreamAsync(Step step)
    {
        _streamed++;
        await SendAsync(step.User, step.Action == StepAction.Touches ? new TouchesCommand(Touches) : new JudgesCommand(Judges));
        await SendAsync(step.User, new AuthenticateCommand($"t{step.User}"));
        var frame = await _clients[step.User].WaitForAsync<ServerCommand>(cancellationToken: Stop);
        Assert.Equal(new AuthenticateReply(WireResult<AuthenticatedUser>.Failure("repeated authenticate")), frame);
    }

    private EncodedList<Protocol.Data.TouchFrame> Touches => [new(_streamed, [new(-1, new CompactPos(1, 2))]), new(0, [])];

    private EncodedList<Protocol.Data.JudgeEvent> Judges => [new(_streamed, 1, 2, Protocol.Data.Judgement.HoldPerfect)];

    private void CheckStream(ServerCommand frame)
    {
        switch (frame)
        {
            case PlayerTouchesCommand touches:
                Assert.Equal(Touches, touches.Frames);
                break;
            case PlayerJudgesCommand judges:
                Assert.Equal(Judges, judges.Judges);
                break;
        }
    }

    private ClientCommand CommandOf(Step step) => step.Action switch
    {
        StepAction.Create => new CreateRoomCommand(RoomName.Create(step.Room)),
        StepAction.Join => new JoinRoomCommand(RoomName.Create(step.Room), step.Flag),
        StepAction.Leave => LeaveRoomCommand.Instance,
        StepAction.Lock => new LockRoomCommand(step.Flag),
        StepAction.Cycle => new CycleRoomCommand(step.Flag),
        StepAction.SelectChart => new SelectChartCommand(step.Number),
        StepAction.RequestStart => RequestStartCommand.Instance,
        StepAction.Ready => ReadyCommand.Instance,
        StepAction.CancelReady => CancelReadyCommand.Instance,
        StepAction.Played => new PlayedCommand(UploadedBy(step.Number, step.Flag ? null : -1)),
        StepAction.Abort => AbortCommand.Instance,
        StepAction.Chat => new ChatCommand($"word {step.Number}"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a command."),
    };

    /// <summary>No record counts twice, so each is a new one.</summary>
    private int UploadedBy(int user, int? chart)
    {
        _server.Api.Records[++_record] = Cast.RecordOf(new UserId(user), chart) with { Id = _record };
        return _record;
    }

    /// <summary>Random numbers of the test's choice.</summary>
    private sealed class ChosenNumbers(Func<int> draw) : Random
    {
        public override int Next() => draw();
    }
}

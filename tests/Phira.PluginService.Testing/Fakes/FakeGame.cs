using System.Collections.Concurrent;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>A game server without a game: users and rooms as a test sets them, and a record of what was asked of it.</summary>
public sealed partial class FakeGame : IGameQueries, IGameCommands
{
    private readonly ConcurrentDictionary<UserId, UserSnapshot> _users = [];
    private readonly ConcurrentDictionary<RoomId, RoomSnapshot> _rooms = [];

    /// <summary>The requests in order, as <c>verb target: text</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Runs inside every action that may wait, before it is carried out.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Raised after every action.</summary>
    public event Action? Acted;

    /// <inheritdoc />
    public int OnlineUserCount => _users.Values.Count(user => user.IsConnected);

    /// <inheritdoc />
    public IReadOnlyList<UserSnapshot> Users => [.. _users.Values.OrderBy(user => user.Id.Value)];

    /// <inheritdoc />
    public int RoomCount => _rooms.Count;

    public IReadOnlyList<RoomSnapshot> Rooms => [.. _rooms.Values.OrderBy(room => room.Id.Value)];

    /// <summary>Adds a user.</summary>
    public UserSnapshot Add(int id, string name, string language = "zh-CN", uint? room = null, bool connected = true)
    {
        var user = new UserSnapshot
        {
            Id = new(id),
            Name = name,
            Language = language,
            Room = room is { } number ? new RoomId(number) : null,
            IsConnected = connected,
            ConnectedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
        };
        _users[user.Id] = user;
        return user;
    }

    /// <summary>Adds a room.</summary>
    public RoomSnapshot AddRoom(uint id, string name, params int[] players)
    {
        var room = new RoomSnapshot
        {
            Id = new(id),
            Name = name,
            Host = players.Length > 0 ? new UserId(players[0]) : null,
            Players = [.. players.Select(player => new UserId(player))],
            Monitors = [],
            Phase = RoomPhase.SelectChart,
            MaxPlayers = 8,
            CreatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
        };
        _rooms[room.Id] = room;
        return room;
    }

    /// <inheritdoc />
    public UserSnapshot? FindUser(UserId user) => _users.GetValueOrDefault(user);

    /// <inheritdoc />
    public RoomSnapshot? FindRoom(RoomId room) => _rooms.GetValueOrDefault(room);

    /// <inheritdoc />
    public RoomSnapshot? FindRoom(string name) => _rooms.Values.FirstOrDefault(room => room.Name == name);

    /// <inheritdoc />
    public Task<Result> KickUserAsync(UserId user, string reason, CancellationToken cancellationToken) =>
        ActAsync($"kick {user.Value}: {reason}", FindUser(user) is null ? UserMissing(user) : null, cancellationToken);

    /// <inheritdoc />
    public Result SendMessageToUser(UserId user, string text) =>
        Act($"user {user.Value}: {text}", FindUser(user) is null ? UserMissing(user) : null);

    /// <inheritdoc />
    public Task<Result> SendMessageToRoomAsync(RoomId room, string text, CancellationToken cancellationToken) => ActAsync(
        $"room {room.Value}: {text}",
        FindRoom(room) is null ? new Error(GameErrors.RoomNotFound, $"{room.Value}") : null,
        cancellationToken);

    /// <inheritdoc />
    public int BroadcastMessage(string text)
    {
        Act($"all: {text}", error: null);
        return OnlineUserCount;
    }

    private static Error UserMissing(UserId user) => new(GameErrors.UserNotFound, $"{user.Value}");

    private async Task<Result> ActAsync(string what, Error? error, CancellationToken cancellationToken)
    {
        await Before(cancellationToken);
        return Act(what, error);
    }

    private Result Act(string what, Error? error)
    {
        Asked.Enqueue(what);
        Acted?.Invoke();
        return error is null ? Result.Success : error;
    }
}

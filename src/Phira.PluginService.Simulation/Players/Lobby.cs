using System.Globalization;
using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Simulation.Players;

/// <summary>The rooms that the crowd knows of: players tell each other, for the protocol has no list of rooms.</summary>
internal sealed class Lobby(int maxRooms, TimeSpan memory, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RoomName, Notice> _notices = [];
    private int _opening;

    public static RoomName NewName(Random random) =>
        RoomName.Create(string.Create(CultureInfo.InvariantCulture, $"demo-{random.Next(1000, 10_000)}"));

    /// <summary>Announces whether a room can be joined, as a player inside sees it.</summary>
    public void Announce(RoomName room, bool open)
    {
        lock (_lock)
        {
            _notices[room] = new Notice(open, timeProvider.GetTimestamp());
        }
    }

    /// <summary>Removes a room that is gone or lets no player in.</summary>
    public void Withdraw(RoomName room)
    {
        lock (_lock)
        {
            _notices.Remove(room);
        }
    }

    /// <summary>A room that can be joined, if there is any.</summary>
    public RoomName? Pick(Random random)
    {
        lock (_lock)
        {
            Forget();
            var rooms = _notices.Where(entry => entry.Value.Open).Select(entry => entry.Key).ToArray();
            return rooms.Length == 0 ? null : rooms[random.Next(rooms.Length)];
        }
    }

    /// <summary>Claims the right to open a room; not too many exist at once, so that players meet.</summary>
    public bool TryBeginOpening()
    {
        lock (_lock)
        {
            Forget();
            if (_notices.Count + _opening >= maxRooms)
            {
                return false;
            }

            _opening++;
            return true;
        }
    }

    /// <summary>Gives the right back.</summary>
    /// <param name="room">The room, if it was opened.</param>
    public void EndOpening(RoomName? room)
    {
        lock (_lock)
        {
            _opening--;
            if (room is { } opened)
            {
                _notices[opened] = new Notice(Open: true, timeProvider.GetTimestamp());
            }
        }
    }

    /// <summary>Forgets rooms without news: all players inside must have left.</summary>
    private void Forget()
    {
        foreach (var (room, notice) in _notices.ToArray())
        {
            if (timeProvider.GetElapsedTime(notice.At) > memory)
            {
                _notices.Remove(room);
            }
        }
    }

    private readonly record struct Notice(bool Open, long At);
}

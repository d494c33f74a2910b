using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Users;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Users;

/// <summary>A user who is on the server. Changed only by <see cref="UserDirectory"/>, under its lock.</summary>
internal sealed class UserEntry(UserSnapshot snapshot, IUserConnection first)
{
    private volatile UserSnapshot _snapshot = snapshot;
    private volatile IReadOnlyList<IUserConnection> _connections = [first];

    public UserId Id { get; } = snapshot.Id;

    public Language Language { get; } = GameLanguages.Resolve(snapshot.Language);

    /// <summary>The user as known now.</summary>
    public UserSnapshot Snapshot
    {
        get => _snapshot;
        set => _snapshot = value;
    }

    /// <summary>
    /// The connections that act for the user, the newest last. There are several only after a login during a round, and none while the user's
    /// place is kept.
    /// </summary>
    public IReadOnlyList<IUserConnection> Connections
    {
        get => _connections;
        set => _connections = value;
    }

    /// <summary>Whether plugins have been told that the user is here. A login may fail before that, and its user is removed without a word to them.</summary>
    public bool IsAnnounced { get; set; }

    /// <summary>Whether the removal has got so far that plugins are told nothing of the user any longer but the end.</summary>
    public bool IsOver { get; set; }

    /// <summary>Grows with each change of the connections, so that a late timer knows that it is out of date.</summary>
    public int Epoch { get; set; }

    /// <summary>Set while the user is being removed; ends when the room has been left.</summary>
    public TaskCompletionSource? Removal { get; set; }

    /// <summary>Queues a line of chat from user 0, wherever the user may read it. Never waits.</summary>
    public void Say(string text)
    {
        foreach (var connection in Connections)
        {
            connection.Say(text);
        }
    }
}

using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Users;

/// <summary>A user who is on the server. Changed only by <see cref="UserDirectory"/>, under its lock.</summary>
internal sealed class UserEntry(UserSnapshot snapshot, IUserConnection connection)
{
    private volatile UserSnapshot _snapshot = snapshot;
    private volatile IUserConnection? _connection = connection;

    public UserId Id { get; } = snapshot.Id;

    public GameLanguage Language { get; } = GameLanguages.Resolve(snapshot.Language);

    /// <summary>What is known now.</summary>
    public UserSnapshot Snapshot
    {
        get => _snapshot;
        set => _snapshot = value;
    }

    /// <summary>The connection that receives pushes; null while the user's place is kept.</summary>
    public IUserConnection? Connection
    {
        get => _connection;
        set => _connection = value;
    }

    /// <summary>Grows with each change of the connection, so that a late timer knows that it is out of date.</summary>
    public int Epoch { get; set; }

    /// <summary>Set while the user is being removed; ends when the room has been left.</summary>
    public TaskCompletionSource? Removal { get; set; }
}

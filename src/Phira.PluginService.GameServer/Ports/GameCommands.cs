using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer.Ports;

/// <summary>Carries out what plugins and administrators ask for.</summary>
internal sealed class GameCommands(UserDirectory users, UserPresence presence, RoomDirectory rooms) : IGameCommands
{
    private const int MaxReason = 200;

    public async Task<Result> KickUserAsync(UserId user, string reason, CancellationToken cancellationToken)
    {
        if (!users.TryFind(user, out var entry))
        {
            return new Error(GameErrors.UserNotFound, user.ToString());
        }

        await presence.KickAsync(entry, ShortText.Of(reason, MaxReason)).WaitAsync(cancellationToken);
        return Result.Success;
    }

    public Result SendMessageToUser(UserId user, string text)
    {
        if (users.TryFind(user, out var entry) && entry.Connections.Count > 0)
        {
            entry.Say(text);
            return Result.Success;
        }

        return new Error(GameErrors.UserNotFound, user.ToString());
    }

    public async Task<Result> SendMessageToRoomAsync(RoomId room, string text, CancellationToken cancellationToken)
    {
        if (rooms.Find(room) is not { } actor)
        {
            return new Error(GameErrors.RoomNotFound, room.ToString());
        }

        await actor.InsistAsync(new RoomCommand.Notice(text)).WaitAsync(cancellationToken);
        return Result.Success;
    }

    public int BroadcastMessage(string text)
    {
        var reached = 0;
        foreach (var entry in users.All)
        {
            if (entry.Connections.Count > 0)
            {
                entry.Say(text);
                reached++;
            }
        }

        return reached;
    }
}

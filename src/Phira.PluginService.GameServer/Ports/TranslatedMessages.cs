using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer.Ports;

/// <summary>Says the same thing to players of several languages.</summary>
internal sealed class TranslatedMessages(UserDirectory users, RoomDirectory rooms) : ITranslatedMessages
{
    public Result<DeliveryReport> SendToUser(UserId user, TranslatedText text) => users.TryFind(user, out var entry)
        ? DeliveryReport.Of(text, [Say(entry, text)])
        : new Error(GameErrors.UserNotFound, user.ToString());

    public async Task<Result<DeliveryReport>> SendToRoomAsync(RoomId room, TranslatedText text, CancellationToken cancellationToken)
    {
        if (rooms.Find(room) is { } actor
            && await actor.InsistAsync(new RoomCommand.Notice(text)).WaitAsync(cancellationToken) is { } state)
        {
            return DeliveryReport.Of(text, state.Members.Select(member => (member.Language, !member.Connections.IsEmpty)));
        }

        return new Error(GameErrors.RoomNotFound, room.ToString());
    }

    public DeliveryReport Broadcast(TranslatedText text) => DeliveryReport.Of(text, [.. users.All.Select(entry => Say(entry, text))]);

    private static (string Language, bool IsConnected) Say(UserEntry entry, TranslatedText text)
    {
        var language = entry.Snapshot.Language;
        var isConnected = entry.Connections.Count > 0;
        if (isConnected)
        {
            entry.Say(text.For(language).Value);
        }

        return (language, isConnected);
    }
}

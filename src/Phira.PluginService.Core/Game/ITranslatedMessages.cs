using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Game;

/// <summary>Shows system messages (from user 0) that each player reads in the language of the account.</summary>
public interface ITranslatedMessages
{
    /// <summary>Shows a message to one user.</summary>
    /// <param name="user">The user to act on.</param>
    /// <param name="text">The text that the player reads.</param>
    /// <returns>The result of sending it, or <c>user.not_found</c>.</returns>
    Result<DeliveryReport> SendToUser(UserId user, TranslatedText text);

    /// <summary>Shows a message to everybody in a room.</summary>
    /// <param name="text">The text that the players read.</param>
    /// <param name="cancellationToken">Cancels waiting for the room, not the message.</param>
    /// <returns>The result of sending it, or <c>room.not_found</c>.</returns>
    Task<Result<DeliveryReport>> SendToRoomAsync(RoomId room, TranslatedText text, CancellationToken cancellationToken);

    /// <summary>Shows a message to every user.</summary>
    /// <param name="text">The text that the players read.</param>
    DeliveryReport Broadcast(TranslatedText text);
}

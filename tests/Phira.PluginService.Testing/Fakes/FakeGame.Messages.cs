using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Messages in several languages: recorded as each player reads them, as <c>user 5 reads: text</c>.</summary>
public sealed partial class FakeGame : ITranslatedMessages
{
    /// <inheritdoc />
    public Result<DeliveryReport> SendToUser(UserId user, TranslatedText text) =>
        FindUser(user) is null ? UserMissing(user) : Deliver([user], text);

    /// <inheritdoc />
    public async Task<Result<DeliveryReport>> SendToRoomAsync(RoomId room, TranslatedText text, CancellationToken cancellationToken)
    {
        await Before(cancellationToken);
        return FindRoom(room) is { } found
            ? Deliver([.. found.Players, .. found.Monitors], text)
            : new Error(GameErrors.RoomNotFound, $"{room.Value}");
    }

    /// <inheritdoc />
    public DeliveryReport Broadcast(TranslatedText text) => Deliver(Users.Select(user => user.Id), text);

    private DeliveryReport Deliver(IEnumerable<UserId> users, TranslatedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var recipients = users.Select(id => FindUser(id)!).ToList();
        foreach (var user in recipients.Where(user => user.IsConnected))
        {
            Act($"user {user.Id.Value} reads: {text.For(user.Language).Value}", error: null);
        }

        return DeliveryReport.Of(text, recipients.Select(user => (user.Language, user.IsConnected)));
    }
}

using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Interfaces.Rooms;
using Phira.PluginService.Plugins.Interfaces.Users;

namespace Phira.PluginService.Plugins.Interfaces.Messages;

/// <summary>The interface <c>messages</c>.</summary>
internal sealed class MessagesInterface(
    IGameQueries queries, IGameCommands game, ITranslatedMessages translated, IOptions<MessagesOptions> options, TimeProvider timeProvider)
    : StatefulHostInterface<MessagesFunctions, TokenBucket>(
        "messages",
        new("send-message-to-user", messages => messages.ToUser) { Permission = PermissionNames.SendMessages, Target = static _ => UserTargets.Read },
        new("send-message-to-room", messages => messages.ToRoom) { Permission = PermissionNames.SendMessages, Target = messages => messages.Room },
        new("broadcast-message-to-all", messages => messages.ToAll) { Permission = PermissionNames.Broadcast },
        new("send-template-to-user", messages => messages.TemplateToUser)
        {
            Permission = PermissionNames.SendMessages,
            Target = static _ => UserTargets.Read,
        },
        new("send-template-to-room", messages => messages.TemplateToRoom)
        {
            Permission = PermissionNames.SendMessages,
            Target = messages => messages.Room,
        },
        new("broadcast-template-to-all", messages => messages.TemplateToAll) { Permission = PermissionNames.Broadcast })
{
    private readonly RoomTargets _rooms = new(queries);

    /// <inheritdoc />
    protected override TokenBucket CreatePluginState(PluginName plugin) => PluginRate.Of(options.Value.MessagesPerSecond, timeProvider);

    /// <inheritdoc />
    protected override MessagesFunctions CreateInstance(InstanceScope scope, TokenBucket rate) => new(scope.Context, _rooms, game, translated, rate);
}

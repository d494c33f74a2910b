using System.Text;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Messages;

/// <summary>The interface <c>messages</c>.</summary>
internal static class MessagesInterface
{
    private const int MaximumBytes = 2000;

    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "messages",
        new HostFunction("send-message-to-user", ToUser) { Permission = PermissionNames.SendMessages, Target = Ids.UserTarget },
        new HostFunction("send-message-to-room", ToRoom) { Permission = PermissionNames.SendMessages, Target = Ids.RoomTarget },
        new HostFunction("broadcast-message-to-all", ToAll) { Permission = PermissionNames.Broadcast });

    private static HostReply ToUser(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (Ids.User(arguments[0]) is not { } user)
        {
            return new Error(GameErrors.UserNotFound, $"{arguments[0].AsU32()}");
        }

        var text = Text(arguments[1]);
        return Refuse(context, text) ?? Reply(context.Services.Game.SendMessageToUser(user, text));
    }

    private static HostReply ToRoom(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var (room, text) = (Ids.Room(arguments[0]), Text(arguments[1]));
        if (Refuse(context, text) is { } refusal)
        {
            return refusal;
        }

        return HostWait.TryWait(context, token => context.Services.Game.SendMessageToRoomAsync(room, text, token), out var result)
            ? Reply(result)
            : Ids.NoTimeLeft;
    }

    private static HostReply ToAll(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var text = Text(arguments[0]);
        return Refuse(context, text) ?? Wit.Number(context.Services.Game.BroadcastMessage(text));
    }

    private static HostReply Reply(Result result) => result.IsSuccess ? HostReply.Done : result.Error;

    private static string Text(ComponentValue text) => GuestText.Lines(text, int.MaxValue);

    private static HostReply? Refuse(HostContext context, string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaximumBytes)
        {
            return HostReply.Invalid($"text: at most {MaximumBytes} bytes");
        }

        return context.Quotas.Messages.TryTake() ? (HostReply?)null : context.Exceeded(LimitNames.MessagesPerSecond, "messages per second");
    }
}

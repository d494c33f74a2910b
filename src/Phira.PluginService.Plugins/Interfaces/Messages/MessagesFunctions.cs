using System.Text;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Interfaces.Rooms;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Messages;

/// <summary>The functions of <c>messages</c> for one instance.</summary>
internal sealed class MessagesFunctions(
    HostContext context, RoomTargets rooms, IGameCommands game, ITranslatedMessages translated, TokenBucket rate)
{
    private const string MessagesLimit = "messages_per_second";

    /// <summary>The room that the first argument names.</summary>
    public PermissionTarget Room(ReadOnlySpan<ComponentValue> arguments) => rooms.Read(arguments);

    public HostReply ToUser(ReadOnlySpan<ComponentValue> arguments)
    {
        if (GuestIds.User(arguments[0]) is not { } user)
        {
            return new Error(GameErrors.UserNotFound, $"{arguments[0].AsU32()}");
        }

        var text = Text(arguments[1]);
        return Refuse(text) ?? Reply(game.SendMessageToUser(user, text));
    }

    public HostReply ToRoom(ReadOnlySpan<ComponentValue> arguments)
    {
        var (room, text) = (GuestIds.Room(arguments[0]), Text(arguments[1]));
        if (Refuse(text) is { } refusal)
        {
            return refusal;
        }

        return HostWait.TryWait(context, token => game.SendMessageToRoomAsync(room, text, token), out var result)
            ? Reply(result)
            : HostWait.GameTimedOut;
    }

    public HostReply ToAll(ReadOnlySpan<ComponentValue> arguments)
    {
        var text = Text(arguments[0]);
        return Refuse(text) ?? Wit.Number(game.BroadcastMessage(text));
    }

    public HostReply TemplateToUser(ReadOnlySpan<ComponentValue> arguments)
    {
        if (GuestIds.User(arguments[0]) is not { } user)
        {
            return new Error(GameErrors.UserNotFound, $"{arguments[0].AsU32()}");
        }

        return MessageTemplates.Fill(arguments[1], arguments[2], out var text) ?? Count() ?? Reply(translated.SendToUser(user, text));
    }

    public HostReply TemplateToRoom(ReadOnlySpan<ComponentValue> arguments)
    {
        var room = GuestIds.Room(arguments[0]);
        if ((MessageTemplates.Fill(arguments[1], arguments[2], out var text) ?? Count()) is { } refusal)
        {
            return refusal;
        }

        return HostWait.TryWait(context, token => translated.SendToRoomAsync(room, text, token), out var result)
            ? Reply(result)
            : HostWait.GameTimedOut;
    }

    public HostReply TemplateToAll(ReadOnlySpan<ComponentValue> arguments) =>
        MessageTemplates.Fill(arguments[0], arguments[1], out var text) ?? Count() ?? Report(translated.Broadcast(text));

    private static HostReply Reply(Result<DeliveryReport> result) => result.IsSuccess ? Report(result.Value) : result.Error;

    private static ComponentValue Report(DeliveryReport report) => Wit.Record(
        Wit.Field("sent", Wit.Number(report.Sent)),
        Wit.Field("skipped", Wit.Number(report.Skipped)),
        Wit.Field("languages", Wit.List(report.Languages, count => Wit.Record(
            Wit.Field("language", ComponentValue.String(count.Key)),
            Wit.Field("count", Wit.Number(count.Value))))));

    private static HostReply Reply(Result result) => result.IsSuccess ? HostReply.Done : result.Error;

    private static string Text(ComponentValue text) => GuestText.Lines(text, int.MaxValue);

    private HostReply? Refuse(string text)
    {
        return Encoding.UTF8.GetByteCount(text) > MessageTemplates.MaximumBytes
            ? HostReply.Invalid($"text: at most {MessageTemplates.MaximumBytes} bytes")
            : Count();
    }

    private HostReply? Count() => rate.TryTake() ? (HostReply?)null : context.Exceeded(MessagesLimit, "messages per second");
}

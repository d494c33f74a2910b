using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Results;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Chat, and the commands typed into it: a line with one slash in front is a command, with two it is chat again.</summary>
internal sealed class ChatHandler(PluginConsent consent, IGameEvents events, ChatCommandRunner commands, RoomDirectory rooms)
{
    public async Task ChatAsync(Session session, ChatCommand chat, RequestReply reply, CancellationToken cancellationToken)
    {
        if (!session.Limits.Chat.TryTake())
        {
            reply.Refuse(GameTexts.TooFast);
            return;
        }

        var message = ExternalText.Line(chat.Message, ProtocolLimits.MaxChatBytes);
        if (!IsCommand(message))
        {
            await SayAsync(session, Unescape(message), reply, cancellationToken);
            return;
        }

        var (refusal, command) = await consent.AskAsync(
            new CommandInput(session.User!.Snapshot, message), (input, text) => input with { Text = text }, cancellationToken);
        if (refusal is not null)
        {
            reply.Refuse(refusal);
            return;
        }

        var line = command.Text;
        if (IsCommand(line))
        {
            events.Publish(new CommandInput(session.User!.Snapshot, line));
            await commands.RunAsync(session, line[1..], reply, cancellationToken);
        }
        else
        {
            await SayAsync(session, Unescape(line), reply, cancellationToken);
        }
    }

    private static bool IsCommand(string text) => text.Length > 1 && text[0] == '/' && text[1] != '/';

    private static string Unescape(string text) => text.StartsWith("//", StringComparison.Ordinal) ? text[1..] : text;

    private async Task SayAsync(Session session, string text, RequestReply reply, CancellationToken cancellationToken)
    {
        var user = session.User!;
        if (rooms.Find(user.Snapshot) is not { } room)
        {
            reply.Refuse(GameTexts.NoRoom);
            return;
        }

        var (refusal, message) = await consent.AskAsync(
            new MessageSent(user.Snapshot, text), (sent, replacement) => sent with { Text = replacement }, cancellationToken);
        if (refusal is not null)
        {
            reply.Refuse(refusal);
            return;
        }

        await reply.AskAsync(room, new RoomCommand.Chat(user.Id, message.Text));
    }
}

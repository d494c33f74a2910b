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
    public async Task ChatAsync(Session session, ChatCommand command, RequestReply reply, CancellationToken cancellationToken)
    {
        if (!session.Limits.Chat.TryTake())
        {
            reply.Refuse(GameTexts.TooFast);
            return;
        }

        var message = ExternalText.Line(command.Message, ProtocolLimits.MaxChatBytes);
        if (!IsCommand(message))
        {
            await SayAsync(session, Unescape(message), reply, cancellationToken);
            return;
        }

        var decision = await consent.AskAsync(new CommandInput(session.User!.Snapshot, message), cancellationToken);
        if (decision.CancelReason is { } reason)
        {
            reply.Refuse(reason);
            return;
        }

        var line = decision.Replacement ?? message;
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

        var decision = await consent.AskAsync(new MessageSent(user.Snapshot, text), cancellationToken);
        if (decision.CancelReason is { } reason)
        {
            reply.Refuse(reason);
            return;
        }

        await reply.AskAsync(room, new RoomCommand.Chat(user.Id, decision.Replacement ?? text));
    }
}

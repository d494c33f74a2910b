using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>The rules for lines of chat, from members and from the server.</summary>
internal static class TalkRules
{
    public static RoomTransition Chat(RoomChange change, RoomCommand.Chat command)
    {
        if (change.State.Find(command.By) is not { } member)
        {
            return change.Refuse(GameTexts.NoRoom);
        }

        change.Broadcast(new ChatMessage(command.By.Value, command.Text));
        change.Reply(new ChatReply(WireResult.Success));
        change.Raise(new MessageSent(member.ToSnapshot(change.State.Id, change.State.IsMonitor(member.Id)), command.Text));
        return change.Done();
    }

    public static RoomTransition Notice(RoomChange change, RoomCommand.Notice command)
    {
        foreach (var readers in change.State.Members.GroupBy(member => command.Text.For(member.Language)))
        {
            Say(change, readers, readers.Key.Value);
        }

        return change.Done();
    }

    /// <summary>Lines from user 0 to some members, each in the member's language.</summary>
    public static void Say(RoomChange change, IEnumerable<RoomMember> to, LocalizedText text)
    {
        foreach (var member in to)
        {
            Say(change, [member], text.In(GameLanguages.Resolve(member.Language)));
        }
    }

    /// <summary>Lines from user 0 to some members.</summary>
    public static void Say(RoomChange change, IEnumerable<RoomMember> to, string text)
    {
        var members = to.ToList();
        foreach (var line in ChatLines.Split(text))
        {
            change.Send(members, new MessageCommand(new ChatMessage(UserId.System.Value, line)));
        }
    }
}

using System.Diagnostics;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Messages;

/// <summary>The layout of the messages.</summary>
internal static class MessageBody
{
    public static void Write(ref WireWriter writer, Message message)
    {
        switch (message)
        {
            case ChatMessage chat:
                writer.Byte(MessageTags.Chat);
                writer.Int32(chat.User);
                writer.Text(chat.Content);
                break;
            case CreateRoomMessage create:
                writer.Byte(MessageTags.CreateRoom);
                writer.Int32(create.User);
                break;
            case JoinRoomMessage join:
                writer.Byte(MessageTags.JoinRoom);
                writer.Int32(join.User);
                writer.Text(join.Name);
                break;
            case LeaveRoomMessage leave:
                writer.Byte(MessageTags.LeaveRoom);
                writer.Int32(leave.User);
                writer.Text(leave.Name);
                break;
            case NewHostMessage host:
                writer.Byte(MessageTags.NewHost);
                writer.Int32(host.User);
                break;
            case SelectChartMessage select:
                writer.Byte(MessageTags.SelectChart);
                writer.Int32(select.User);
                writer.Text(select.Name);
                writer.Int32(select.Chart);
                break;
            case LockRoomMessage lockRoom:
                writer.Byte(MessageTags.LockRoom);
                writer.Bool(lockRoom.Lock);
                break;
            case CycleRoomMessage cycle:
                writer.Byte(MessageTags.CycleRoom);
                writer.Bool(cycle.Cycle);
                break;
            default:
                WriteRound(ref writer, message);
                break;
        }
    }

    public static Message? Read(ref WireReader reader)
    {
        switch (reader.Byte())
        {
            case MessageTags.Chat:
                return new ChatMessage(reader.Int32(), reader.Text());
            case MessageTags.CreateRoom:
                return new CreateRoomMessage(reader.Int32());
            case MessageTags.JoinRoom:
                return new JoinRoomMessage(reader.Int32(), reader.Text());
            case MessageTags.LeaveRoom:
                return new LeaveRoomMessage(reader.Int32(), reader.Text());
            case MessageTags.NewHost:
                return new NewHostMessage(reader.Int32());
            case MessageTags.SelectChart:
                return new SelectChartMessage(reader.Int32(), reader.Text(), reader.Int32());
            case MessageTags.GameStart:
                return new GameStartMessage(reader.Int32());
            case MessageTags.Ready:
                return new ReadyMessage(reader.Int32());
            case MessageTags.CancelReady:
                return new CancelReadyMessage(reader.Int32());
            case MessageTags.CancelGame:
                return new CancelGameMessage(reader.Int32());
            case MessageTags.StartPlaying:
                return StartPlayingMessage.Instance;
            case MessageTags.Played:
                return new PlayedMessage(reader.Int32(), reader.Int32(), reader.Single(), reader.Bool());
            case MessageTags.GameEnd:
                return GameEndMessage.Instance;
            case MessageTags.Abort:
                return new AbortMessage(reader.Int32());
            case MessageTags.LockRoom:
                return new LockRoomMessage(reader.Bool());
            case MessageTags.CycleRoom:
                return new CycleRoomMessage(reader.Bool());
            default:
                reader.Fail(DecodeError.UnknownTag);
                return null;
        }
    }

    private static void WriteRound(ref WireWriter writer, Message message)
    {
        switch (message)
        {
            case GameStartMessage start:
                writer.Byte(MessageTags.GameStart);
                writer.Int32(start.User);
                break;
            case ReadyMessage ready:
                writer.Byte(MessageTags.Ready);
                writer.Int32(ready.User);
                break;
            case CancelReadyMessage cancel:
                writer.Byte(MessageTags.CancelReady);
                writer.Int32(cancel.User);
                break;
            case CancelGameMessage cancel:
                writer.Byte(MessageTags.CancelGame);
                writer.Int32(cancel.User);
                break;
            case StartPlayingMessage:
                writer.Byte(MessageTags.StartPlaying);
                break;
            case PlayedMessage played:
                writer.Byte(MessageTags.Played);
                writer.Int32(played.User);
                writer.Int32(played.Score);
                writer.Single(played.Accuracy);
                writer.Bool(played.FullCombo);
                break;
            case GameEndMessage:
                writer.Byte(MessageTags.GameEnd);
                break;
            case AbortMessage abort:
                writer.Byte(MessageTags.Abort);
                writer.Int32(abort.User);
                break;
            default:
                throw new UnreachableException($"{message.GetType()} has no layout.");
        }
    }
}

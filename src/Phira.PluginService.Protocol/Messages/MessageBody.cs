using System.Diagnostics;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Messages;

/// <summary>The layout of the messages.</summary>
internal static class MessageBody
{
    public static void Write<TSink>(ref TSink sink, Message message)
        where TSink : struct, IWireSink, allows ref struct
    {
        switch (message)
        {
            case ChatMessage chat:
                sink.Byte(MessageTags.Chat);
                sink.Int32(chat.User);
                sink.Text(chat.Content);
                break;
            case CreateRoomMessage create:
                sink.Byte(MessageTags.CreateRoom);
                sink.Int32(create.User);
                break;
            case JoinRoomMessage join:
                sink.Byte(MessageTags.JoinRoom);
                sink.Int32(join.User);
                sink.Text(join.Name);
                break;
            case LeaveRoomMessage leave:
                sink.Byte(MessageTags.LeaveRoom);
                sink.Int32(leave.User);
                sink.Text(leave.Name);
                break;
            case NewHostMessage host:
                sink.Byte(MessageTags.NewHost);
                sink.Int32(host.User);
                break;
            case SelectChartMessage select:
                sink.Byte(MessageTags.SelectChart);
                sink.Int32(select.User);
                sink.Text(select.Name);
                sink.Int32(select.Chart);
                break;
            case LockRoomMessage lockRoom:
                sink.Byte(MessageTags.LockRoom);
                sink.Bool(lockRoom.Lock);
                break;
            case CycleRoomMessage cycle:
                sink.Byte(MessageTags.CycleRoom);
                sink.Bool(cycle.Cycle);
                break;
            default:
                WriteRound(ref sink, message);
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

    private static void WriteRound<TSink>(ref TSink sink, Message message)
        where TSink : struct, IWireSink, allows ref struct
    {
        switch (message)
        {
            case GameStartMessage start:
                sink.Byte(MessageTags.GameStart);
                sink.Int32(start.User);
                break;
            case ReadyMessage ready:
                sink.Byte(MessageTags.Ready);
                sink.Int32(ready.User);
                break;
            case CancelReadyMessage cancel:
                sink.Byte(MessageTags.CancelReady);
                sink.Int32(cancel.User);
                break;
            case CancelGameMessage cancel:
                sink.Byte(MessageTags.CancelGame);
                sink.Int32(cancel.User);
                break;
            case StartPlayingMessage:
                sink.Byte(MessageTags.StartPlaying);
                break;
            case PlayedMessage played:
                sink.Byte(MessageTags.Played);
                sink.Int32(played.User);
                sink.Int32(played.Score);
                sink.Single(played.Accuracy);
                sink.Bool(played.FullCombo);
                break;
            case GameEndMessage:
                sink.Byte(MessageTags.GameEnd);
                break;
            case AbortMessage abort:
                sink.Byte(MessageTags.Abort);
                sink.Int32(abort.User);
                break;
            default:
                throw new UnreachableException($"{message.GetType()} has no layout.");
        }
    }
}

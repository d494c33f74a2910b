using System.Diagnostics;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Client;

/// <summary>The layout of the client commands: the tag, and then whatever the command has.</summary>
internal static class ClientCommandBody
{
    public static void Write<TSink>(ref TSink sink, in ClientCommand command)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.Byte((byte)command.Kind);
        switch (command.Kind)
        {
            case ClientCommandKind.Authenticate or ClientCommandKind.Chat or ClientCommandKind.CreateRoom:
                sink.Text(command.Text);
                break;
            case ClientCommandKind.Touches or ClientCommandKind.Judges:
                sink.List(command.List.Span);
                break;
            case ClientCommandKind.JoinRoom:
                sink.Text(command.Text);
                sink.Bool(command.Flag);
                break;
            case ClientCommandKind.LockRoom or ClientCommandKind.CycleRoom:
                sink.Bool(command.Flag);
                break;
            case ClientCommandKind.SelectChart or ClientCommandKind.Played:
                sink.Int32(command.Number);
                break;
            case ClientCommandKind.Ping or ClientCommandKind.LeaveRoom or ClientCommandKind.RequestStart
                or ClientCommandKind.Ready or ClientCommandKind.CancelReady or ClientCommandKind.Abort:
                break;
            default:
                throw new UnreachableException($"{command.Kind} has no layout.");
        }
    }
}

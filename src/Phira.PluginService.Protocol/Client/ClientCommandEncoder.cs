using System.Diagnostics;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Client;

/// <summary>Writes client commands: the tag, and then whatever the command has.</summary>
public static class ClientCommandEncoder
{
    /// <summary>Makes the frame of a command.</summary>
    /// <returns>The frame, or null when the payload exceeds what any receiver accepts.</returns>
    public static byte[]? TryEncode(in ClientCommand command)
    {
        var writer = new WireWriter(stackalloc byte[WireWriter.SmallSize]);
        Write(ref writer, command);
        return writer.ToFrame();
    }

    private static void Write(ref WireWriter writer, in ClientCommand command)
    {
        writer.Byte((byte)command.Kind);
        switch (command.Kind)
        {
            case ClientCommandKind.Authenticate or ClientCommandKind.Chat or ClientCommandKind.CreateRoom:
                writer.Text(command.Text);
                break;
            case ClientCommandKind.Touches or ClientCommandKind.Judges:
                writer.List(command.List.Span);
                break;
            case ClientCommandKind.JoinRoom:
                writer.Text(command.Text);
                writer.Bool(command.Flag);
                break;
            case ClientCommandKind.LockRoom or ClientCommandKind.CycleRoom:
                writer.Bool(command.Flag);
                break;
            case ClientCommandKind.SelectChart or ClientCommandKind.Played:
                writer.Int32(command.Number);
                break;
            case ClientCommandKind.Ping or ClientCommandKind.LeaveRoom or ClientCommandKind.RequestStart
                or ClientCommandKind.Ready or ClientCommandKind.CancelReady or ClientCommandKind.Abort:
                break;
            default:
                throw new UnreachableException($"{command.Kind} has no layout.");
        }
    }
}

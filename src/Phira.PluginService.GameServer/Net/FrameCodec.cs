using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Net;

/// <summary>Turns commands into frames.</summary>
internal static class FrameCodec
{
    public static byte[] Encode(ServerCommand command) =>
        FrameWriter.TryEncode(command) ?? throw new InvalidOperationException($"A {command.GetType().Name} exceeds the largest frame.");
}

using System.Globalization;
using System.Security.Cryptography;

namespace Phira.PluginService.GameServer.Net;

/// <summary>
/// One run of one process of the service. A process that is started again is another node: nothing can reach a connection of its earlier run.
/// </summary>
internal readonly record struct NodeId(uint Value)
{
    /// <summary>The id of this run.</summary>
    public static NodeId Create() => new(BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));

    public override string ToString() => Value.ToString("x8", CultureInfo.InvariantCulture);
}

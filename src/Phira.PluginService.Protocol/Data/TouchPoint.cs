using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Data;

/// <summary>One finger at one moment.</summary>
/// <param name="Finger">The finger's slot; negative (the bitwise complement of the slot) when it was lifted.</param>
public readonly record struct TouchPoint(sbyte Finger, CompactPos Position) : IWireElement<TouchPoint>
{
    internal const int Size = sizeof(sbyte) + sizeof(ushort) + sizeof(ushort);

    static TouchPoint IWireElement<TouchPoint>.Read(ref WireReader reader) => new(reader.SByte(), reader.CompactPos());

    static EncodedList<TouchPoint> IWireElement<TouchPoint>.ReadList(ref WireReader reader, DecodeLimits limits) => reader.TouchPoints(limits.TouchPoints);

    void IWireElement<TouchPoint>.Write(ref WireWriter writer)
    {
        writer.Byte(unchecked((byte)Finger));
        writer.CompactPos(Position);
    }
}

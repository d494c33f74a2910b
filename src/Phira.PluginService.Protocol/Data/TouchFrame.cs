using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Data;

/// <summary>The fingers of a player at one moment.</summary>
/// <param name="Time">Chart time in seconds.</param>
/// <param name="Points">The fingers that changed; none when only time has passed.</param>
public readonly record struct TouchFrame(float Time, EncodedList<TouchPoint> Points) : IWireElement<TouchFrame>
{
    internal const int SmallestSize = sizeof(float) + 1;

    static TouchFrame IWireElement<TouchFrame>.Read(ref WireReader reader) => new(reader.Single(), reader.TouchPoints(int.MaxValue));

    static EncodedList<TouchFrame> IWireElement<TouchFrame>.ReadList(ref WireReader reader, DecodeLimits limits) => reader.TouchFrames(limits);

    void IWireElement<TouchFrame>.Write(ref WireWriter writer)
    {
        writer.Single(Time);
        writer.List(Points);
    }
}

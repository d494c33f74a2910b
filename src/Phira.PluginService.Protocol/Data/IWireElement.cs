using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Data;

/// <summary>An element of an <see cref="EncodedList{T}"/>: a closed set.</summary>
/// <typeparam name="TSelf">The type of the element.</typeparam>
public interface IWireElement<TSelf>
    where TSelf : struct, IWireElement<TSelf>
{
    /// <summary>Reads an element of a list that was checked before.</summary>
    internal static abstract TSelf Read(ref WireReader reader);

    /// <summary>Checks a list of elements, without decoding it.</summary>
    internal static abstract EncodedList<TSelf> ReadList(ref WireReader reader, DecodeLimits limits);

    /// <summary>Writes the element.</summary>
    internal void Write(ref WireWriter writer);
}

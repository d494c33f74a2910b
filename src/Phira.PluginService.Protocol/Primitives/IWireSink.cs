namespace Phira.PluginService.Protocol.Primitives;

/// <summary>
/// Takes the primitives of a command one after the other. There is one sink that counts and one that writes, so that the
/// size announced in front of a payload comes from the very code that writes it.
/// </summary>
internal interface IWireSink
{
    void Byte(byte value);

    void UInt16(ushort value);

    void UInt32(uint value);

    void UInt64(ulong value);

    void Int32(int value);

    void Single(float value);

    /// <summary>A count or length.</summary>
    void Uleb(uint value);

    void Text(string value);

    /// <summary>What is encoded already.</summary>
    void Bytes(ReadOnlySpan<byte> value);
}

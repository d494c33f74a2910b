namespace Phira.PluginService.Protocol.Primitives;

/// <summary>Something that is the payload of a frame.</summary>
internal interface IWireCommand
{
    /// <summary>Writes the payload.</summary>
    void Write<TSink>(ref TSink sink)
        where TSink : struct, IWireSink, allows ref struct;
}

namespace Phira.PluginService.Protocol.Tests.Vectors;

public sealed record GoldenVector(string Name, string Direction, string Description, string Hex)
{
    public byte[] Bytes => Convert.FromHexString(Hex);
}

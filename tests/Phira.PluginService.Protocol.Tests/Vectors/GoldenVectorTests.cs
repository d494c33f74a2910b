using System.Buffers;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Protocol.Tests.Vectors;

public sealed class GoldenVectorTests
{
    public static TheoryData<string> Values => [.. GoldenVectors.Names("value")];

    public static TheoryData<string> ClientCommands => [.. GoldenVectors.Names("client->server")];

    public static TheoryData<string> ServerCommands => [.. GoldenVectors.Names("server->client")];

    public static TheoryData<string> LenientClientCommands => [.. GoldenVectors.Names("lenient client->server")];

    public static TheoryData<string> LenientServerCommands => [.. GoldenVectors.Names("lenient server->client")];

    public static TheoryData<string> InvalidClientCommands => [.. GoldenVectors.Names("invalid client->server")];

    public static TheoryData<string> InvalidServerCommands => [.. GoldenVectors.Names("invalid server->client")];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_primitive_is_written_and_read_as_its_vector(string name)
    {
        var expected = ExpectedPrimitives.All[name];
        var vector = GoldenVectors.All[name];

        Assert.Equal(vector.Hex, Convert.ToHexStringLower(expected.Write()));
        Assert.True(expected.Reads(vector.Bytes), vector.Description);
    }

    [Theory]
    [MemberData(nameof(ClientCommands))]
    public void A_client_command_is_written_and_read_as_its_vector(string name)
    {
        var expected = ExpectedClientCommands.Genuine[name];
        var vector = GoldenVectors.All[name];

        Assert.True(ClientCommandDecoder.TryDecode(vector.Bytes, DecodeLimits.Server, out var command, out var error), $"{error}");
        Assert.Equal(expected, command);
        Assert.Equal(vector.Hex, Convert.ToHexStringLower(Payload(ClientCommandEncoder.TryEncode(expected))));
    }

    [Theory]
    [MemberData(nameof(ServerCommands))]
    public void A_server_command_is_written_and_read_as_its_vector(string name)
    {
        var expected = ExpectedServerCommands.Genuine[name];
        var vector = GoldenVectors.All[name];

        Assert.True(ServerCommandDecoder.TryDecode(vector.Bytes, out var command, out var error), $"{error}");
        Assert.Equal(expected, command);
        Assert.Equal(vector.Hex, Convert.ToHexStringLower(Payload(ServerCommandEncoder.TryEncode(expected))));
    }

    [Theory]
    [MemberData(nameof(LenientClientCommands))]
    public void An_odd_but_legal_client_payload_means_what_its_vector_says(string name)
    {
        Assert.True(ClientCommandDecoder.TryDecode(GoldenVectors.All[name].Bytes, DecodeLimits.Server, out var command, out _));
        Assert.Equal(ExpectedClientCommands.Lenient[name], command);
    }

    [Theory]
    [MemberData(nameof(LenientServerCommands))]
    public void An_odd_but_legal_server_payload_means_what_its_vector_says(string name)
    {
        Assert.True(ServerCommandDecoder.TryDecode(GoldenVectors.All[name].Bytes, out var command, out _));
        Assert.Equal(ExpectedServerCommands.Lenient[name], command);
    }

    [Theory]
    [MemberData(nameof(InvalidClientCommands))]
    public void An_invalid_client_payload_is_refused_for_the_right_reason(string name)
    {
        Assert.False(ClientCommandDecoder.TryDecode(GoldenVectors.All[name].Bytes, DecodeLimits.Server, out _, out var error));
        Assert.Equal(ExpectedClientCommands.Invalid[name], error);
    }

    [Theory]
    [MemberData(nameof(InvalidServerCommands))]
    public void An_invalid_server_payload_is_refused_for_the_right_reason(string name)
    {
        Assert.False(ServerCommandDecoder.TryDecode(GoldenVectors.All[name].Bytes, out var command, out var error));
        Assert.Null(command);
        Assert.Equal(ExpectedServerCommands.Invalid[name], error);
    }

    [Fact]
    public void Every_vector_belongs_to_a_test()
    {
        string[] tested =
        [
            .. Values, .. ClientCommands, .. ServerCommands, .. LenientClientCommands, .. LenientServerCommands,
            .. InvalidClientCommands, .. InvalidServerCommands, .. FrameVectorTests.Tested,
        ];

        Assert.Equal(GoldenVectors.All.Keys.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    private static byte[] Payload(byte[]? frame)
    {
        var buffer = new ReadOnlySequence<byte>(Assert.IsType<byte[]>(frame));
        Assert.Equal(FrameStatus.Frame, FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload));
        Assert.True(buffer.IsEmpty);
        return payload.ToArray();
    }
}

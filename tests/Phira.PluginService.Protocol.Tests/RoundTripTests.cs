using System.Buffers;
using FsCheck.Fluent;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Protocol.Tests;

public sealed class RoundTripTests
{
    public static TheoryData<int> ClientTagNumbers => [.. Enumerable.Range(0, 16)];

    public static TheoryData<int> ServerTagNumbers => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(ClientTagNumbers))]
    public void A_client_command_survives_writing_and_reading(int tag) => Prop.ForAll(
        Generators.ClientCommands[tag].ToArbitrary(),
        command =>
        {
            var payload = ReadPayload(ClientCommandEncoder.TryEncode(command)!);
            return payload[0] == tag
                && ClientCommandDecoder.TryDecode(payload, DecodeLimits.Server, out var read, out _)
                && read == command;
        }).Holds();

    [Theory]
    [MemberData(nameof(ServerTagNumbers))]
    public void A_server_command_survives_writing_and_reading(int tag) => Prop.ForAll(
        Generators.ServerCommands[tag].ToArbitrary(),
        command =>
        {
            var payload = ReadPayload(ServerCommandEncoder.TryEncode(command)!);
            return payload[0] == tag
                && ServerCommandDecoder.TryDecode(payload, out var read, out _)
                && read == command;
        }).Holds();

    [Theory]
    [MemberData(nameof(ClientTagNumbers))]
    public void A_message_survives_writing_and_reading(int tag) => Prop.ForAll(
        Generators.Messages[tag].ToArbitrary(),
        message =>
        {
            var payload = ReadPayload(ServerCommandEncoder.TryEncode(new MessageCommand(message))!);
            return payload[1] == tag
                && ServerCommandDecoder.TryDecode(payload, out var read, out _)
                && read == new MessageCommand(message);
        }).Holds();

    [Fact]
    public void Bytes_after_the_command_are_ignored() => Prop.ForAll(
        Gen.OneOf(Generators.ClientCommands).ToArbitrary(),
        command => ClientCommandDecoder.TryDecode(
            (byte[])[.. ReadPayload(ClientCommandEncoder.TryEncode(command)!), 1, 2, 3], DecodeLimits.Server, out var read, out _) && read == command)
        .Holds();

    [Fact]
    public void A_payload_cut_short_anywhere_is_refused() => Prop.ForAll(
        Gen.OneOf(Generators.ServerCommands).ToArbitrary(),
        command =>
        {
            var payload = ReadPayload(ServerCommandEncoder.TryEncode(command)!);
            return Enumerable.Range(0, payload.Length)
                .All(length => !ServerCommandDecoder.TryDecode(payload.AsMemory(0, length), out _, out var error) && error != DecodeError.None);
        }).Holds();

    private static byte[] ReadPayload(byte[] frame)
    {
        var buffer = new ReadOnlySequence<byte>(frame);
        Assert.Equal(FrameStatus.Frame, FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload));
        Assert.True(buffer.IsEmpty);
        return payload.ToArray();
    }
}

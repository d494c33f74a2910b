using System.Buffers;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Protocol.Tests.Vectors;

namespace Phira.PluginService.Protocol.Tests;

public sealed class HostileInputTests
{
    // The two tests of payloads make a million together.
    private const int Payloads = 500_000;

    // Enough for the decoder's own work and a failed command object, far below one array of what is announced.
    private const int SmallAllocation = 4096;

    [Fact]
    public void Arbitrary_bytes_never_make_a_decoder_throw()
    {
        var random = new Random(1);
        for (var round = 0; round < Payloads; round++)
        {
            var payload = new byte[random.Next(0, 120)];
            random.NextBytes(payload);
            if (payload.Length > 0)
            {
                // Half of the payloads begin with a tag that exists, so that their bodies are looked at.
                payload[0] = round % 2 == 0 ? (byte)random.Next(0, 22) : payload[0];
            }

            DecodeBoth(payload);
        }
    }

    [Fact]
    public void Damaged_commands_never_make_a_decoder_throw()
    {
        var random = new Random(2);
        var genuine = GoldenVectors.All.Values
            .Where(vector => vector.Direction is "client->server" or "server->client")
            .Select(vector => vector.Bytes)
            .ToArray();
        for (var round = 0; round < Payloads; round++)
        {
            DecodeBoth(Damage(genuine[random.Next(genuine.Length)], random));
        }
    }

    [Fact]
    public void Arbitrary_bytes_never_make_the_frame_reader_throw()
    {
        var random = new Random(3);
        for (var round = 0; round < Payloads; round++)
        {
            var bytes = new byte[random.Next(0, 40)];
            random.NextBytes(bytes);
            var buffer = new ReadOnlySequence<byte>(bytes);
            while (FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayloadBeforeAuthentication, out var payload) == FrameStatus.Frame)
            {
                Assert.InRange(payload.Length, 1, ProtocolLimits.MaxPayloadBeforeAuthentication);
            }
        }
    }

    [Theory]
    [InlineData("03")]
    [InlineData("04")]
    [InlineData("0300000000")]
    [InlineData("0400000000")]
    [InlineData("090101")]
    [InlineData("0101000000000000010161010000000000")]
    public void A_packet_that_announces_more_elements_than_it_can_hold_allocates_nothing(string head)
    {
        // Two mebibytes of room: a count of 2^34, and one that only fits if the elements were smaller than they are.
        foreach (var count in (string[])["ffffffff3f", "ffff3f"])
        {
            var payload = new byte[ProtocolLimits.MaxPayload];
            Convert.FromHexString(head + count).CopyTo(payload, 0);

            var allocated = Allocated(() =>
            {
                DecodeBoth(payload);
                ClientCommandDecoder.TryDecode(payload, DecodeLimits.Unlimited, out _, out _);
            });

            Assert.InRange(allocated, 0, SmallAllocation);
        }
    }

    [Fact]
    public void A_count_of_sixty_bits_is_refused_without_allocating()
    {
        var payload = new byte[ProtocolLimits.MaxPayload];
        Convert.FromHexString("03ffffffffffffffff0f").CopyTo(payload, 0);

        var allocated = Allocated(() =>
        {
            Assert.False(ClientCommandDecoder.TryDecode(payload, DecodeLimits.Server, out _, out var error));
            Assert.Equal(DecodeError.NumberTooLong, error);
        });

        Assert.InRange(allocated, 0, SmallAllocation);
    }

    [Fact]
    public void A_text_that_announces_more_than_the_payload_holds_allocates_nothing()
    {
        // Message.Chat from user 0 with a text of two gibibytes.
        var payload = Convert.FromHexString("050000000000ffffffff07");

        Assert.InRange(Allocated(() => ServerCommandDecoder.TryDecode(payload, out _, out _)), 0, SmallAllocation);
    }

    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Damage(byte[] genuine, Random random)
    {
        var bytes = genuine.ToList();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(4))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>A list that was checked can be decoded, which happens only now.</summary>
    private static void LookAt(in ClientCommand command)
    {
        if (command.Kind == ClientCommandKind.Touches)
        {
            foreach (var frame in ((TouchesCommand)command).Frames)
            {
                foreach (var point in frame.Points)
                {
                    _ = point.Position.X;
                }
            }
        }
        else if (command.Kind == ClientCommandKind.Judges)
        {
            foreach (var judge in ((JudgesCommand)command).Judges)
            {
                Assert.True(judge.Judgement <= Judgement.HoldGood);
            }
        }
    }

    private static void DecodeBoth(byte[] payload)
    {
        var fromClient = ClientCommandDecoder.TryDecode(payload, DecodeLimits.Server, out var command, out var clientError);
        Assert.Equal(fromClient, clientError == DecodeError.None);
        LookAt(command);
        var fromServer = ServerCommandDecoder.TryDecode(payload, out var reply, out var serverError);
        Assert.True(fromServer == (reply is not null) && fromServer == (serverError == DecodeError.None));
    }
}

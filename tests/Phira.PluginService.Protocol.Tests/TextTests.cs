using System.Text;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Protocol.Tests;

public sealed class TextTests
{
    [Fact]
    public void The_limit_of_a_text_counts_bytes_before_malformed_ones_are_replaced()
    {
        // 200 bytes that are no UTF-8 become 200 characters of three bytes each.
        byte[] payload = [2, 0xc8, 0x01, .. Enumerable.Repeat((byte)0xff, 200)];

        Assert.True(ClientCommandDecoder.TryDecode(payload, DecodeLimits.Server, out var command, out _));
        Assert.Equal(new ChatCommand(new string('\ufffd', 200)), command);
    }

    [Fact]
    public void A_number_of_more_than_five_bytes_is_refused_even_when_its_value_is_small()
    {
        byte[] five = [2, 0x82, 0x80, 0x80, 0x80, 0x00, (byte)'h', (byte)'i'];
        byte[] six = [2, 0x82, 0x80, 0x80, 0x80, 0x80, 0x00, (byte)'h', (byte)'i'];

        Assert.True(ClientCommandDecoder.TryDecode(five, DecodeLimits.Server, out var command, out _));
        Assert.Equal(new ChatCommand("hi"), command);
        Assert.False(ClientCommandDecoder.TryDecode(six, DecodeLimits.Server, out _, out var error));
        Assert.Equal(DecodeError.NumberTooLong, error);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_written_as_a_replacement_character()
    {
        var frame = ClientCommandEncoder.TryEncode(new ChatCommand("a\ud83d"))!;

        Assert.Equal("a\ufffd", Encoding.UTF8.GetString(frame.AsSpan(3)));
    }

    [Fact]
    public void A_token_does_not_show_when_the_command_is_printed() =>
        Assert.DoesNotContain("secret", new AuthenticateCommand("secret").ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_user_map_whose_key_is_not_the_users_id_is_refused()
    {
        var room = new ClientRoomState(
            RoomName.Create("r"), RoomState.Playing, false, false, false, false, false, [new(7, "alice", Monitor: false)]);
        var reply = new AuthenticateReply(WireResult<AuthenticatedUser>.Success(new(new(7, "alice", Monitor: false), room)));
        var payload = ServerCommandEncoder.TryEncode(reply).AsSpan(1).ToArray();
        var key = payload.Length - (4 + 4 + 1 + "alice".Length + 1);
        payload[key] = 8;

        Assert.False(ServerCommandDecoder.TryDecode(payload, out _, out var error));
        Assert.Equal(DecodeError.UserKeyMismatch, error);
    }
}

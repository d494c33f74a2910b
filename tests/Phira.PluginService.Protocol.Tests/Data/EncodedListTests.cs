using FsCheck.Fluent;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.Protocol.Tests.Data;

public sealed class EncodedListTests
{
    private static readonly EncodedList<TouchFrame> Frames = [new(1.5f, [new(1, CompactPos.FromSingle(2, 3))]), new(2, [])];

    [Fact]
    public void A_list_of_touches_is_made_of_its_bytes_again() => Prop.ForAll(
        Generators.Frames.ToArbitrary(),
        list => EncodedList.TryDecode<TouchFrame>(list.Bytes, DecodeLimits.Unlimited, out var read) && read == list && read.Count == list.Count).Holds();

    [Fact]
    public void A_list_of_judgements_is_made_of_its_bytes_again() => Prop.ForAll(
        Generators.Judges.ToArbitrary(),
        list => EncodedList.TryDecode<JudgeEvent>(list.Bytes, DecodeLimits.Unlimited, out var read) && read == list && read.Count == list.Count).Holds();

    [Fact]
    public void Bytes_are_a_list_only_from_the_first_to_the_last()
    {
        Assert.False(EncodedList.TryDecode<TouchFrame>(Frames.Bytes[..^1], DecodeLimits.Unlimited, out _));
        Assert.False(EncodedList.TryDecode<TouchFrame>(new byte[] { 0, 0 }, DecodeLimits.Unlimited, out _));
        Assert.False(EncodedList.TryDecode<JudgeEvent>(Frames.Bytes, DecodeLimits.Unlimited, out _));
    }

    [Fact]
    public void Whatever_is_taken_for_a_list_can_be_read_to_its_end() => Prop.ForAll<byte[]>(bytes =>
    {
        var isList = EncodedList.TryDecode<TouchFrame>(bytes, DecodeLimits.Unlimited, out var list);
        var read = 0;
        foreach (var frame in list)
        {
            read++;
        }

        return read == list.Count && (isList || read == 0);
    }).Holds();

    [Fact]
    public void A_list_that_is_too_long_is_none() =>
        Assert.False(EncodedList.TryDecode<TouchFrame>(Frames.Bytes, new DecodeLimits(TouchFrames: 1, TouchPoints: 9, JudgeEvents: 9), out _));
}

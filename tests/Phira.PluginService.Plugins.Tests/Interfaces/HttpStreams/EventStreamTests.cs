using System.Text;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Interfaces.HttpStreams;

namespace Phira.PluginService.Plugins.Tests.Interfaces.HttpStreams;

/// <summary>The messages that readers of a stream receive, and the treatment of slow readers.</summary>
public sealed class EventStreamTests
{
    private int _dropped;

    [Theory]
    [InlineData("", "x", "id: e-1\ndata: x\n\n")]
    [InlineData("round", "", "id: e-1\nevent: round\ndata: \n\n")]
    [InlineData("", "一\n二", "id: e-1\ndata: 一\ndata: 二\n\n")]
    [InlineData("", "a\r\nb\rc", "id: e-1\ndata: a\ndata: b\ndata: c\n\n")]
    [InlineData("", "a\u2028b\u0085c\fd", "id: e-1\ndata: a\u2028b\u0085c\fd\n\n")]
    [InlineData("", "a\nid: 9\n\nevent: forged", "id: e-1\ndata: a\ndata: id: 9\ndata: \ndata: event: forged\n\n")]
    public async Task A_message_is_one_event_whatever_is_in_it(string name, string data, string sent)
    {
        var stream = Stream();
        using var reader = stream.TryAdd(null, _ => { })!;

        Assert.Equal(1, stream.Publish(name, data));

        Assert.Equal(sent, await ReadAsync(reader));
    }

    [Fact]
    public async Task All_readers_receive_the_same_bytes()
    {
        var stream = Stream();
        using var one = stream.TryAdd(null, _ => { })!;
        using var other = stream.TryAdd(null, _ => { })!;
        stream.Publish("", "x");
        var (first, second) = (new ReadOnlyMemory<byte>[1], new ReadOnlyMemory<byte>[1]);
        await one.WaitAsync();
        await other.WaitAsync();

        Assert.Equal((1, 1), (one.Take(first), other.Take(second)));
        Assert.True(first[0].Span == second[0].Span);
    }

    [Theory]
    [InlineData("e-2", "3 4")]
    [InlineData("e-4", "")]
    [InlineData("e-1", "gap")]
    [InlineData("e-5", "gap")]
    [InlineData("other-3", "gap")]
    [InlineData("e-x", "gap")]
    [InlineData("", "gap")]
    public async Task A_reader_that_comes_back_gets_what_it_missed_or_hears_that_it_is_gone(string lastEventId, string received)
    {
        var stream = Stream(new StreamsOptions { StreamBufferMessages = 2 });
        for (var number = 1; number <= 4; number++)
        {
            stream.Publish("", $"{number}");
        }

        using var reader = stream.TryAdd(lastEventId, _ => { })!;
        var expected = received.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, (await ReadAsync(reader, expected.Length)).Select(Shown));

        stream.Publish("", "5");
        Assert.Equal("5", Shown(await ReadAsync(reader)));
    }

    [Theory]
    [InlineData(3, 1000)]
    [InlineData(1000, 60)]
    public async Task A_reader_that_is_further_behind_than_what_is_kept_is_dropped_and_the_others_are_not(int messages, int bytes)
    {
        var stream = Stream(new StreamsOptions { StreamBufferMessages = messages, StreamBufferBytes = bytes });
        var dropped = new TaskCompletionSource();
        using var slow = stream.TryAdd(null, _ => { })!;
        slow.Dropped += dropped.SetResult;
        using var quick = stream.TryAdd(null, _ => { })!;

        for (var number = 1; number <= 4; number++)
        {
            stream.Publish("", $"{number}");
            Assert.Equal($"{number}", Shown(await ReadAsync(quick)));
        }

        await dropped.Task;
        Assert.Equal(1, _dropped);
        Assert.False(await EndAsync(slow));
        slow.Dispose();
        Assert.Equal(1, stream.Publish("", "5"));
    }

    [Fact]
    public void A_message_that_is_too_large_is_not_published()
    {
        var stream = Stream(new StreamsOptions { StreamMessageBytes = 256 });

        Assert.Null(stream.Publish("", new string('x', 300)));
        Assert.Equal(0, stream.Publish("", "x"));
    }

    [Fact]
    public async Task A_quiet_stream_gives_a_sign_of_life()
    {
        var stream = Stream();
        using var reader = stream.TryAdd(null, _ => { })!;

        stream.KeepAlive();

        Assert.Equal(":\n\n", await ReadAsync(reader));
    }

    [Fact]
    public async Task A_stream_that_is_closed_ends_for_all_and_takes_nobody_any_more()
    {
        var stream = Stream();
        using var reader = stream.TryAdd(null, _ => { })!;
        await reader.WaitAsync();
        var waiting = reader.WaitAsync();

        stream.Close();

        Assert.False(await waiting);
        Assert.Null(stream.TryAdd(null, _ => { }));
    }

    [Fact]
    public void A_reader_leaves_once()
    {
        var (stream, left) = (Stream(), 0);
        var reader = stream.TryAdd(null, _ => left++)!;

        reader.Dispose();
        reader.Dispose();

        Assert.Equal((1, 0), (left, stream.ReaderCount));
    }

    [Fact]
    public void A_reader_that_has_left_is_not_called_too_slow()
    {
        var reader = Stream().TryAdd(null, _ => { })!;
        reader.Dropped += () => _dropped++;
        reader.Dispose();

        reader.Drop(() => _dropped++);

        Assert.Equal(0, _dropped);
    }

    private EventStream Stream(StreamsOptions? options = null) => new(RouteAccess.Public, options ?? new StreamsOptions(), "e", () => _dropped++);

    private static string Shown(string message) => message.Contains("event: gap", StringComparison.Ordinal) ? "gap" : message.Split("data: ")[1].Trim();

    private static async Task<string> ReadAsync(StreamReading reader) => (await ReadAsync(reader, 1)).Single();

    private static async Task<List<string>> ReadAsync(StreamReading reader, int count)
    {
        var (messages, taken) = (new List<string>(), new ReadOnlyMemory<byte>[1]);
        while (messages.Count < count)
        {
            Assert.True(await reader.WaitAsync());
            if (reader.Take(taken) == 1)
            {
                messages.Add(Encoding.UTF8.GetString(taken[0].Span));
            }
        }

        return messages;
    }

    private static async Task<bool> EndAsync(StreamReading reader) => await reader.WaitAsync();
}

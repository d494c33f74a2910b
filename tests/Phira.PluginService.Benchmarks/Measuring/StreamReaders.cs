using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Phira.PluginService.Benchmarks.Hosting;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Interfaces.HttpStreams;

namespace Phira.PluginService.Benchmarks.Measuring;

/// <summary>
/// The cost of many readers of a stream, each with a socket of its own: for the publisher, and in processor time for each message and reader, beside a
/// program that encodes the message for every reader and sends it from the publisher's thread. Limits of the machine make the readers fewer.
/// </summary>
internal static class StreamReaders
{
    // Both ends are in this process, and a process has other files, too.
    private const int ReservedFiles = 500;
    private const int Text = 200;

    public static async Task RunAsync(int readers, int messages, TextWriter output)
    {
        await using var sockets = await SocketPairs.OpenAsync(readers, ReservedFiles);
        var (stream, one) = (new EventStream(RouteAccess.Public, new StreamsOptions(), "bench", () => { }),
            new EventStream(RouteAccess.Public, new StreamsOptions(), "bench", () => { }));
        var data = new string('x', Text);
        var sending = sockets.Near.Select(socket => SendAsync(stream, socket)).ToList();
        var alone = SendAsync(one, sockets.Alone);

        await PublishAsync(stream, sockets, sockets.Near.Count, data, messages: 2);
        var shared = await PublishAsync(stream, sockets, sockets.Near.Count, data, messages);
        var single = await PublishAsync(one, sockets, readers: 1, data, messages);
        var copied = await CopyAsync(sockets, data, messages);
        stream.Close();
        one.Close();
        await Task.WhenAll([.. sending, alone]);

        var perReader = shared.Cpu / messages / sockets.Near.Count;
        await output.WriteLineAsync();
        await output.WriteLineAsync(
            $"stream with {sockets.Near.Count} readers: {perReader.TotalMicroseconds:f1} µs of processor time for each message and reader, both ends included");
        await output.WriteLineAsync($"ratio to a relay that encodes and sends for each reader = {shared.Cpu / copied.Cpu:f2}");
        await output.WriteLineAsync($"publishing takes {shared.Publisher.TotalMicroseconds / messages:f1} µs; ratio to a stream with one reader = {shared.Publisher / single.Publisher:f1}, to the relay = {shared.Publisher / copied.Publisher:f4}");
    }

    private static async Task SendAsync(EventStream stream, Socket socket)
    {
        using var reading = stream.TryAdd(lastEventId: null, _ => { })!;
        var frames = new ReadOnlyMemory<byte>[32];
        while (await reading.WaitAsync())
        {
            var count = reading.Take(frames);
            for (var index = 0; index < count; index++)
            {
                await socket.SendAsync(frames[index]);
            }
        }
    }

    private static Task<(TimeSpan Cpu, TimeSpan Publisher)> PublishAsync(EventStream stream, SocketPairs sockets, int readers, string data, int messages) =>
        MeasureAsync(sockets, messages, readers, _ => stream.Publish("", data));

    private static Task<(TimeSpan Cpu, TimeSpan Publisher)> CopyAsync(SocketPairs sockets, string data, int messages) =>
        MeasureAsync(sockets, messages, sockets.Near.Count, number =>
        {
            foreach (var socket in sockets.Near)
            {
                socket.Send(Encoding.UTF8.GetBytes($"id: bench-{number}\ndata: {data}\n\n"));
            }
        });

    private static async Task<(TimeSpan Cpu, TimeSpan Publisher)> MeasureAsync(SocketPairs sockets, int messages, int readers, Action<int> publish)
    {
        var (cpu, publisher) = (Environment.CpuUsage.TotalTime, TimeSpan.Zero);
        for (var number = 1; number <= messages; number++)
        {
            var received = sockets.ReceivedByAsync(readers);
            var since = Stopwatch.GetTimestamp();
            publish(number);
            publisher += Stopwatch.GetElapsedTime(since);
            await received;
        }

        return (Environment.CpuUsage.TotalTime - cpu, publisher);
    }
}

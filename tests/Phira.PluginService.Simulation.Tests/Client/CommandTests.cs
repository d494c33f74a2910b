using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.Simulation.Tests.Client;

public sealed class CommandTests
{
    private static readonly EncodedList<TouchFrame> Touches = [new(1.5f, [new(0, CompactPos.FromSingle(0.5f, -1))])];
    private static readonly EncodedList<JudgeEvent> Judges = [new(1, 2, 3, Judgement.Good)];

    [Fact]
    public async Task The_version_byte_comes_first()
    {
        await using var peer = await ScriptedPeer.ConnectAsync();

        Assert.Equal(1, await peer.ReadByteAsync());
    }

    [Fact]
    public async Task Another_version_byte_can_be_sent()
    {
        await using var peer = await ScriptedPeer.ConnectAsync(new PhiraClientOptions { Version = 9 });

        Assert.Equal(9, await peer.ReadByteAsync());
    }

    [Fact]
    public async Task Each_method_sends_its_command()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        var client = peer.Client;
        var room = RoomName.Create("room");
        var cancelled = TestContext.Current.CancellationToken;
        (Func<Task> Send, ClientCommand Expected)[] cases =
        [
            (() => client.PingAsync(cancelled), new PingCommand()),
            (() => client.AuthenticateAsync("token", cancelled), new AuthenticateCommand("token")),
            (() => client.ChatAsync("hi", cancelled), new ChatCommand("hi")),
            (() => client.SendTouchesAsync(Touches, cancelled), new TouchesCommand(Touches)),
            (() => client.SendJudgesAsync(Judges, cancelled), new JudgesCommand(Judges)),
            (() => client.CreateRoomAsync(room, cancelled), new CreateRoomCommand(room)),
            (() => client.JoinRoomAsync(room, monitor: true, cancelled), new JoinRoomCommand(room, Monitor: true)),
            (() => client.LeaveRoomAsync(cancelled), new LeaveRoomCommand()),
            (() => client.LockRoomAsync(true, cancelled), new LockRoomCommand(true)),
            (() => client.CycleRoomAsync(true, cancelled), new CycleRoomCommand(true)),
            (() => client.SelectChartAsync(5, cancelled), new SelectChartCommand(5)),
            (() => client.RequestStartAsync(cancelled), new RequestStartCommand()),
            (() => client.ReadyAsync(cancelled), new ReadyCommand()),
            (() => client.CancelReadyAsync(cancelled), new CancelReadyCommand()),
            (() => client.PlayedAsync(9, cancelled), new PlayedCommand(9)),
            (() => client.AbortAsync(cancelled), new AbortCommand()),
        ];

        foreach (var (send, expected) in cases)
        {
            _ = send();
            await peer.ExpectAsync(expected);
        }

        Assert.Equal(16, cases.Select(item => item.Expected.Kind).Distinct().Count());
    }

    [Fact]
    public async Task Raw_bytes_are_sent_as_they_are()
    {
        await using var peer = await ScriptedPeer.StartAsync();

        await peer.Client.SendRawAsync(new byte[] { 0xfe }, TestContext.Current.CancellationToken);

        Assert.Equal(0xfe, await peer.ReadByteAsync());
    }
}

using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Tests.Players;

internal sealed class ObligingRoom(RoomName name, ObligingUser host)
{
    public RoomName Name { get; } = name;

    public ObligingUser Host { get; set; } = host;

    public List<ObligingUser> Players { get; } = [host];

    public HashSet<ObligingUser> Ready { get; } = [];

    public HashSet<ObligingUser> Done { get; } = [];

    public RoomStateKind Kind { get; private set; }

    public int? Chart { get; set; }

    public RoomState State => Kind switch
    {
        RoomStateKind.SelectChart => RoomState.SelectChart(Chart),
        RoomStateKind.WaitingForReady => RoomState.WaitingForReady,
        _ => RoomState.Playing,
    };

    public void Broadcast(params ServerCommand[] frames)
    {
        foreach (var player in Players)
        {
            Array.ForEach(frames, player.Send);
        }
    }

    public void Change(RoomStateKind kind)
    {
        Kind = kind;
        Broadcast(new ChangeStateCommand(State));
    }

    public void CheckCompletion()
    {
        if (Kind == RoomStateKind.WaitingForReady && Players.TrueForAll(Ready.Contains))
        {
            Done.Clear();
            Broadcast(new MessageCommand(new StartPlayingMessage()));
            Change(RoomStateKind.Playing);
        }
        else if (Kind == RoomStateKind.Playing && Players.TrueForAll(Done.Contains))
        {
            Broadcast(new MessageCommand(new GameEndMessage()));
            Change(RoomStateKind.SelectChart);
        }
    }
}

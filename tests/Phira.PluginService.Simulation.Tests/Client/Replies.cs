using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Tests.Client;

/// <summary>Frames that many tests need.</summary>
internal static class Replies
{
    public static UserInfo Alice { get; } = new(7, "alice", Monitor: false);

    public static UserInfo Bob { get; } = new(8, "bob", Monitor: false);

    public static RoomName Room { get; } = RoomName.Create("room");

    public static AuthenticateReply LoggedIn(ClientRoomState? room = null) =>
        new(WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(Alice, room)));

    public static JoinRoomReply Joined(RoomState state, params UserInfo[] users) =>
        new(WireResult<JoinRoomResponse>.Success(new JoinRoomResponse(state, users.ToWireList(), Live: false)));

    public static MessageCommand Says(Message message) => new(message);

    /// <summary>A client that is logged in as Alice, and in no room.</summary>
    public static async Task<ScriptedPeer> LoggedInPeerAsync(Simulation.Client.PhiraClientOptions? options = null)
    {
        var peer = await ScriptedPeer.StartAsync(options);
        await peer.AnswerAsync(peer.Client.AuthenticateAsync("token", TestContext.Current.CancellationToken), LoggedIn());
        return peer;
    }

    /// <summary>A client that is logged in as Alice and host of a room of its own.</summary>
    public static async Task<ScriptedPeer> HostingPeerAsync(Simulation.Client.PhiraClientOptions? options = null)
    {
        var peer = await LoggedInPeerAsync(options);
        var creating = peer.Client.CreateRoomAsync(Room, TestContext.Current.CancellationToken);
        await peer.AnswerAsync(creating, new CreateRoomReply(WireResult.Success));
        return peer;
    }
}

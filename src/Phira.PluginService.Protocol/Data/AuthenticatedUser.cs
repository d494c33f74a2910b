namespace Phira.PluginService.Protocol.Data;

/// <summary>What a client learns when it logs in.</summary>
/// <param name="Room">The room it is (still) in, if any.</param>
public sealed record AuthenticatedUser(UserInfo User, ClientRoomState? Room);

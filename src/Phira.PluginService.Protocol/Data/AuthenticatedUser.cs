namespace Phira.PluginService.Protocol.Data;

/// <summary>The user and room of a client that has logged in.</summary>
/// <param name="Room">The room it is (still) in, if any.</param>
public sealed record AuthenticatedUser(UserInfo User, ClientRoomState? Room);

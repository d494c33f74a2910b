using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>Somebody entered the room.</summary>
/// <param name="User">Who.</param>
public sealed record OnJoinRoomCommand(UserInfo User) : ServerCommand;

using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>A user entered the room.</summary>
public sealed record OnJoinRoomCommand(UserInfo User) : ServerCommand;

using Phira.PluginService.Protocol.Messages;

namespace Phira.PluginService.Protocol.Server;

/// <summary>A line of the room's log.</summary>
public sealed record MessageCommand(Message Message) : ServerCommand;

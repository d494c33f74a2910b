using Phira.PluginService.Protocol.Client;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>A command with the timestamp at which it arrived.</summary>
internal readonly record struct Request(ClientCommand Command, long ReceivedAt);

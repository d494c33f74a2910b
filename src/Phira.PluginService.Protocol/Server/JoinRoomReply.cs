using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to JoinRoom.</summary>
/// <param name="Result">The room as it is now, or the error text.</param>
public sealed record JoinRoomReply(WireResult<JoinRoomResponse> Result) : ServerCommand;

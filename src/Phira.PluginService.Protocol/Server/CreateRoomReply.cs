using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to CreateRoom.</summary>
/// <param name="Result">The outcome.</param>
public sealed record CreateRoomReply(WireResult Result) : UnitReply(Result);

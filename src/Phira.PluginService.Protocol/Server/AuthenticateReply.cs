using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to Authenticate.</summary>
/// <param name="Result">The user and the room that the client is in, or the error text.</param>
public sealed record AuthenticateReply(WireResult<AuthenticatedUser> Result) : ServerCommand;

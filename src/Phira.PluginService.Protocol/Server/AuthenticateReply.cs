using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to Authenticate.</summary>
/// <param name="Result">Who the client is and the room it is in, or the error text.</param>
public sealed record AuthenticateReply(WireResult<AuthenticatedUser> Result) : ServerCommand;

namespace Phira.PluginService.Protocol.Server;

/// <summary>To one user: you are host now, or no longer.</summary>
/// <param name="IsHost">Whether the receiver is host.</param>
public sealed record ChangeHostCommand(bool IsHost) : ServerCommand;

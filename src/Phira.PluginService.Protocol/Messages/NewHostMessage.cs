namespace Phira.PluginService.Protocol.Messages;

/// <summary>A user became host.</summary>
/// <param name="User">The user id.</param>
public sealed record NewHostMessage(int User) : Message;

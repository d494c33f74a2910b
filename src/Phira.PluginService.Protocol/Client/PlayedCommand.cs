namespace Phira.PluginService.Protocol.Client;

/// <summary>The sender has finished and uploaded a record.</summary>
/// <param name="Record">The id of the record.</param>
public sealed record PlayedCommand(int Record) : ClientCommand;

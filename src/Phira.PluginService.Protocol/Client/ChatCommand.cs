namespace Phira.PluginService.Protocol.Client;

/// <summary>Says something in the room.</summary>
/// <param name="Message">The text; at most 200 bytes were on the wire.</param>
public sealed record ChatCommand(string Message) : ClientCommand;

using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Client;

/// <summary>What the player's fingers did; never answered.</summary>
/// <param name="Frames">The moments, oldest first.</param>
public sealed record TouchesCommand(WireList<TouchFrame> Frames) : ClientCommand;

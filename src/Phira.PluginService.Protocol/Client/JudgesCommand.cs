using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Client;

/// <summary>How the player hit notes; never answered.</summary>
/// <param name="Judges">The judgements, oldest first.</param>
public sealed record JudgesCommand(WireList<JudgeEvent> Judges) : ClientCommand;

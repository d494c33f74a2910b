using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>To monitors: how a player hit notes.</summary>
/// <param name="Player">The player's user id.</param>
/// <param name="Judges">The judgements, oldest first.</param>
public sealed record PlayerJudgesCommand(int Player, EncodedList<JudgeEvent> Judges) : ServerCommand;

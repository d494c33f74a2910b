using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>To monitors: what a player's fingers did.</summary>
/// <param name="Player">The player's user id.</param>
/// <param name="Frames">The moments, oldest first.</param>
public sealed record PlayerTouchesCommand(int Player, EncodedList<TouchFrame> Frames) : ServerCommand;

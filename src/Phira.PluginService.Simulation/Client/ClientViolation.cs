using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Client;

/// <summary>Something that the game would not have survived.</summary>
/// <param name="Frame">The frame, if it could be decoded.</param>
public sealed record ClientViolation(ViolationKind Kind, ServerCommand? Frame, string Details);

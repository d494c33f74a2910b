using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Client;

/// <summary>Something that the game would not have survived.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Frame">The frame, if it could be decoded.</param>
/// <param name="Details">What is known besides.</param>
public sealed record ClientViolation(ViolationKind Kind, ServerCommand? Frame, string Details);

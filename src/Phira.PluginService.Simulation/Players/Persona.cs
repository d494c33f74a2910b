namespace Phira.PluginService.Simulation.Players;

/// <summary>Who a simulated player is.</summary>
internal sealed record Persona(string Name, string Language);

namespace Phira.PluginService.Simulation.Players;

/// <summary>The name and the language of a simulated player.</summary>
internal sealed record Persona(string Name, string Language);

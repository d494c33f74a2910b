namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>The size of a table in elements.</summary>
/// <param name="Maximum">What it may grow to at most.</param>
internal readonly record struct TableSize(uint Minimum, uint Maximum);

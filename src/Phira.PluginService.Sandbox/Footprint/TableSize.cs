namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>The size of a table in elements.</summary>
/// <param name="Maximum">The size to which it may grow at most.</param>
internal readonly record struct TableSize(uint Minimum, uint Maximum);

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>Something that a component imports or exports.</summary>
/// <param name="Index">Of an import: its number among those of its sort in a component that begins with the same declarations.</param>
internal readonly record struct ComponentItem(string Name, ComponentSort Sort, int Index);

namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>A named reference: an argument of an instantiation, or an export of an instance.</summary>
internal readonly record struct PartItem(string Name, PartSort Sort, int Index);

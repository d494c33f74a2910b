namespace Phira.PluginService.Plugins.Engine.Footprint;

/// <summary>A named reference: an argument of an instantiation, or an export of an instance.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sort">What it refers to.</param>
/// <param name="Index">Where in the index space of that sort.</param>
internal readonly record struct PartItem(string Name, PartSort Sort, int Index);

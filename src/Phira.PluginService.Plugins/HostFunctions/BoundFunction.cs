namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>A host function with the methods that serve one instance.</summary>
/// <param name="Handler">Carries it out.</param>
internal sealed record BoundFunction(HostFunction Definition, HostHandler Handler, TargetReader? Target, ModerationReader? Moderation);

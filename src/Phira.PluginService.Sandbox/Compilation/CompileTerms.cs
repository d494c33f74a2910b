namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>The terms on which a component is compiled.</summary>
/// <param name="IsKnown">Whether the component has run here before; such components are compiled first.</param>
/// <param name="Retry">Whether to try again what was once refused as too expensive: an administrator asks for it.</param>
internal readonly record struct CompileTerms(bool IsKnown, bool Retry);

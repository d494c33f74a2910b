using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>A value is not of the type that the component declares.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Thrown here only.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Never leaves the host.")]
internal sealed class ValueShapeException(string message) : Exception(message);

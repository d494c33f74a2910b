using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>A result does not fit into the memory yet. Seldom, because a memory stays as large as it has become.</summary>
/// <param name="end">The least size that the memory needs, in bytes.</param>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Thrown in one place only.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Never leaves the bridge.")]
internal sealed class NoRoomException(long end) : Exception("The result does not fit into the memory.")
{
    /// <summary>
    /// Returns the size to which the memory should grow, in bytes. It doubles, so that a result of many parts is not begun too often.
    /// </summary>
    public uint Advise(long size) => (uint)Math.Min(uint.MaxValue, Math.Max(end, end <= uint.MaxValue ? size * 2 : end));
}

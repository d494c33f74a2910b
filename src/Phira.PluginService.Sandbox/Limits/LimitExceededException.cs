using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Sandbox.Limits;

/// <summary>Ends a guest's call because of a limit that the host checks: in the epoch callback, or while it reads values.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Thrown with a limit only.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Never leaves the host.")]
[SuppressMessage("Design", "MA0015:Specify the parameter name", Justification = "No argument is at fault.")]
internal sealed class LimitExceededException(string limit) : Exception($"The limit {limit} is reached.")
{
    /// <summary>Name of the limit.</summary>
    public string Limit { get; } = limit;
}

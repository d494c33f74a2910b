using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>Ends a guest's call from inside the epoch callback. It never leaves the engine.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Thrown in one place only.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Never leaves this assembly.")]
[SuppressMessage("Design", "MA0015:Specify the parameter name", Justification = "No argument is at fault.")]
internal sealed class LimitExceededException(string limit) : Exception($"The limit {limit} is reached.")
{
    /// <summary>Which limit.</summary>
    public string Limit { get; } = limit;
}

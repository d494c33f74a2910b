namespace Phira.PluginService.Sandbox.Execution;

/// <summary>The call in which an instance was lost, and its usage at that time.</summary>
/// <param name="Function">The function called, for example <c>event-handler.on-event</c>.</param>
internal sealed record FaultScene(string Function, CallCost Cost, long MemoryBytes, long PeakMemoryBytes)
{
    /// <summary>Nothing is known.</summary>
    public static FaultScene Unknown { get; } = new("", default, 0, 0);
}

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>What an instance was doing and had used when it was lost.</summary>
/// <param name="Function">What was called, for example <c>event-handler.on-event</c>.</param>
internal sealed record FaultScene(string Function, CallCost Cost, long MemoryBytes, long PeakMemoryBytes)
{
    /// <summary>Nothing is known.</summary>
    public static FaultScene Unknown { get; } = new("", default, 0, 0);
}

namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>Host memory that an instance of a component holds besides its linear memories, known before it is instantiated.</summary>
/// <param name="InstanceBytes">The state of its core and component instances: globals, references to functions, imports.</param>
internal sealed record GuestFootprint(long TableBytes, long InstanceBytes, uint TableElements)
{
    /// <summary>
    /// The footprint of a component that the engine may accept but that cannot be read here, or that has more parts than anybody counts.
    /// No limit allows it.
    /// </summary>
    public static GuestFootprint Unknown { get; } = new(0, long.MaxValue / 4, 0);

    /// <summary>Both together.</summary>
    public long Bytes => TableBytes + InstanceBytes;
}

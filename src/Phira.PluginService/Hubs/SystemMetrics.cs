using System.ComponentModel;

namespace Phira.PluginService.Hubs;

/// <summary>The whole process at one moment.</summary>
internal sealed record SystemMetrics
{
    [Description("Processor use since the last message; 100 is one processor fully busy.")]
    public required double CpuPercent { get; init; }

    [Description("Physical memory of the process.")]
    public required long WorkingSetBytes { get; init; }

    [Description("Memory of .NET objects.")]
    public required long ManagedHeapBytes { get; init; }

    [Description("Threads of the process.")]
    public required int Threads { get; init; }

    [Description("Open connections of players, logged in or not.")]
    public required int Connections { get; init; }

    [Description("Users with a live connection.")]
    public required int OnlineUsers { get; init; }

    [Description("Open rooms.")]
    public required int Rooms { get; init; }
}

using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.Simulation.Players;

/// <summary>The charts of the crowd; the songs are made up.</summary>
internal static class DemoCharts
{
    public static IReadOnlyList<PhiraChart> All { get; } =
    [
        new(101, "星河彼岸"),
        new(102, "Rainy Platform"),
        new(103, "纸飞机与夏天"),
        new(104, "Paper Lantern Parade"),
        new(105, "零点列车"),
        new(106, "Glass Garden"),
        new(107, "雪落无声"),
        new(108, "Sixteen Copper Bells"),
    ];
}

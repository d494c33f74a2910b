using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>The fixed part of the memory that imports pass through: arguments that are passed one by one, and the result.</summary>
/// <param name="End">The end of the area, where data of variable size begins.</param>
internal readonly record struct ImportArea(uint End)
{
    private const int PageSize = 65_536;

    /// <summary>Pages that hold it with some room behind it.</summary>
    public uint Pages => (End / PageSize) + 1;

    /// <summary>The area for functions.</summary>
    public static ImportArea Of(IEnumerable<FunctionLayout> functions)
    {
        var largest = functions.Select(function => function.Result?.Size ?? 0).DefaultIfEmpty().Max();
        return new ImportArea((BridgeNames.ImportResult + (uint)largest + 7) & ~7u);
    }
}

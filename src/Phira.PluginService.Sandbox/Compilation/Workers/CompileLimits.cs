namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>
/// Greatest cost of compiling the largest component. A smaller one gets a share: an honest component costs in proportion to its code, and one
/// that is small and expensive is ended long before it costs what a large one may.
/// </summary>
/// <param name="Stall">
/// Longest time for which the process may use no processor time at all. Its time by the clock does not matter: that depends on the load of the machine.
/// </param>
internal sealed record CompileLimits(long MemoryBytes, TimeSpan Cpu, TimeSpan Stall)
{
    private const double MiB = 1 << 20;

    // Every component gets this, and more for its code. Up to 1 MiB of code, which most components have, honest ones need little.
    // The code of Go is dearer: a small plugin has 2 MiB of it, and takes 8 s and 850 MiB.
    private const double TimeShare = 1.0 / 12;
    private const double TimeShareOfFirstMiB = 1.0 / 16;
    private const double TimeSharePerFurtherMiB = 1.0 / 3;
    private const long BaseMemory = 256L << 20;
    private const long MemoryOfFirstMiB = 300L << 20;
    private const double MemorySharePerFurtherMiB = 7.0 / 16;

    /// <summary>The limits of a service that configures none.</summary>
    public static CompileLimits Default { get; } = new(2L << 30, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));

    // A component is held several times: as it came, as it is read, and as it is given back.
    private const int MemoryPerByte = 6;

    /// <summary>The budget of one component.</summary>
    public CompileBudget BudgetFor(long codeBytes, long allBytes)
    {
        var first = Math.Min(1, codeBytes / MiB);
        var further = (codeBytes / MiB) - first;
        var time = Math.Min(1, TimeShare + (first * TimeShareOfFirstMiB) + (further * TimeSharePerFurtherMiB));
        var memory = BaseMemory + (long)((first * MemoryOfFirstMiB) + (further * MemoryBytes * MemorySharePerFurtherMiB)) + (allBytes * MemoryPerByte);
        return new CompileBudget(Math.Min(MemoryBytes, memory), Cpu * time, Stall);
    }
}

namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>
/// What compiling the largest component may cost. A smaller one gets a share: an honest component costs in proportion to its code, and one
/// that is small and expensive is ended long before it costs what a large one may.
/// </summary>
/// <param name="Wall">Time until the answer.</param>
internal sealed record CompileLimits(long MemoryBytes, TimeSpan Cpu, TimeSpan Wall)
{
    private const double MiB = 1 << 20;

    // Every component gets this share of the time, and for each MiB of code so much more.
    private const double TimeShare = 1.0 / 12;
    private const double TimeSharePerMiB = 1.0 / 16;
    private const double MemoryShare = 1.0 / 2;
    private const double MemorySharePerMiB = 1.0 / 16;

    /// <summary>What a service allows that configures nothing.</summary>
    public static CompileLimits Default { get; } = new(512L << 20, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));

    // A component is held several times: as it came, as it is read, and as it is given back.
    private const int MemoryPerByte = 6;

    /// <summary>The budget of one component.</summary>
    public CompileBudget BudgetFor(long codeBytes, long allBytes)
    {
        var time = Math.Min(1, TimeShare + (codeBytes / MiB * TimeSharePerMiB));
        var memory = Math.Min(1, MemoryShare + (codeBytes / MiB * MemorySharePerMiB));
        return new CompileBudget(
            Math.Min(MemoryBytes, (long)(MemoryBytes * memory) + (allBytes * MemoryPerByte)), Cpu * time, Wall * time);
    }
}

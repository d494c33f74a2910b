namespace Phira.PluginService.Plugins.Tests.Attacks;

/// <summary>One attack of the hostile guest, and the limit that ends it.</summary>
/// <param name="Command">The command to the guest.</param>
/// <param name="Limit">The limit that it runs into; null when it crashes.</param>
/// <param name="Limits">Low limits, so that the test is quick.</param>
internal sealed record Attack(string Command, string? Limit, string Limits)
{
    private const string Cpu = "max_cpu_time_ms = 100\nmax_execution_time_ms = 600000\n";
    private const string Wall = "max_cpu_time_ms = 10000\nmax_execution_time_ms = 100\n";

    public static Attack Of(string name) => name switch
    {
        "endless loop" => new("loop", "max_cpu_time_ms", Cpu),
        "endless loop, by the wall clock" => new("loop", "max_execution_time_ms", Wall),
        "memory bomb" => new("bomb", "max_memory", "max_memory = 8388608\n"),
        "one huge allocation" => new("huge 2", "max_allocation_size", "max_allocation_size = 1048576\n"),
        "many small allocations" => new("many", "max_total_allocation", "max_total_allocation = 4194304\n"),
        "deep recursion" => new("recurse", "max_stack_size", "max_stack_size = 262144\n"),
        "flood of host calls" => new("flood", "max_cpu_time_ms", Cpu),
        "flood of log lines" => new("logflood", "max_cpu_time_ms", Cpu),
        "flood of messages" => new("messages", "max_cpu_time_ms", Cpu),
        "trap" => new("trap", null, ""),
        "abort" => new("abort", null, ""),
        "division by zero" => new("divide", null, ""),
        "access outside the memory" => new("oob", null, ""),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown attack"),
    };

    /// <summary>The manifest's tables, without an attack of its own.</summary>
    public string Manifest => $"[limits]\n{Limits}";

    /// <summary>The manifest's tables that make the guest attack in a phase.</summary>
    public string ManifestFor(string phase)
    {
        var words = Command.Split(' ');
        var amount = words.Length > 1 ? $"amount = {words[1]}\n" : "";
        var before = phase == "before-event" ? "phase = \"before\"\n" : "";
        return $"{Manifest}\n[config]\nwhen = \"{(before.Length > 0 ? "event" : phase)}\"\nattack = \"{words[0]}\"\n{amount}{before}";
    }
}

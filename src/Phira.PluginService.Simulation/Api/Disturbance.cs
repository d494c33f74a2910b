namespace Phira.PluginService.Simulation.Api;

/// <summary>Something that goes wrong with a resource of the stand-in.</summary>
public sealed record Disturbance
{
    /// <summary>Answer with this status and no useful body.</summary>
    public int? Status { get; init; }

    /// <summary>Answer only after this time, of the stand-in's time provider.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Answer only when this task has completed.</summary>
    public Task? Until { get; init; }

    /// <summary>Answer with success and a body that is no JSON.</summary>
    public bool Garbled { get; init; }

    /// <summary>Break the connection off instead of answering.</summary>
    public bool Broken { get; init; }
}

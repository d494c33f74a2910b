namespace Phira.PluginService.Plugins.Engine.Compilation.Workers;

/// <summary>What a worker is asked.</summary>
/// <param name="Task">What to do.</param>
/// <param name="Component">The component.</param>
/// <param name="Budget">What it may cost.</param>
internal sealed record WorkerRequest(WorkerTask Task, ReadOnlyMemory<byte> Component, CompileBudget Budget);

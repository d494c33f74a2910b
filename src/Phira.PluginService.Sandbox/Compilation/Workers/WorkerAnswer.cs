using System.Text;

namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>The answer of a worker to a request.</summary>
internal sealed record WorkerAnswer(WorkerOutcome Outcome, byte[] Payload, CompileCost Cost)
{
    public string Text => Encoding.UTF8.GetString(Payload);
}

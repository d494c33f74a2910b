using System.Text;

namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>How a request to a worker ended.</summary>
internal sealed record WorkerAnswer(WorkerOutcome Outcome, byte[] Payload, CompileCost Cost)
{
    public string Text => Encoding.UTF8.GetString(Payload);
}

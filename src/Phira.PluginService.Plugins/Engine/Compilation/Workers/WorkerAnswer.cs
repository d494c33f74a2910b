using System.Text;

namespace Phira.PluginService.Plugins.Engine.Compilation.Workers;

/// <summary>How a request to a worker ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Payload">What was asked for; otherwise a text that says what is wrong.</param>
/// <param name="Cost">What it has cost.</param>
internal sealed record WorkerAnswer(WorkerOutcome Outcome, byte[] Payload, CompileCost Cost)
{
    public string Text => Encoding.UTF8.GetString(Payload);
}

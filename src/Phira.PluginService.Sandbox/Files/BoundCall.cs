using Phira.PluginService.Sandbox.Native;

namespace Phira.PluginService.Sandbox.Files;

/// <summary>A function of one guest.</summary>
internal sealed class BoundCall(CountedFiles files, FileCall call)
{
    /// <summary>The guest's files.</summary>
    public CountedFiles Files { get; } = files;

    public FileCall Call { get; } = call;

    /// <summary>The forwarder's function.</summary>
    public NativeFunction Function { get; set; }
}

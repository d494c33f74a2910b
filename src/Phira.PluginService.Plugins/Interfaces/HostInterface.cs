using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>One interface of the WIT package that the host offers.</summary>
/// <param name="Functions">Its functions, in the order of the WIT file.</param>
internal sealed record HostInterface(string Name, params ImmutableArray<HostFunction> Functions)
{
    /// <summary>The name under which components import it.</summary>
    public string ImportName => $"{Contract.Package}/{Name}@{Contract.Version}";
}

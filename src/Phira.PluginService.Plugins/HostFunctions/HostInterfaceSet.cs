using System.Collections.Immutable;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>Everything that a plugin can import.</summary>
internal sealed class HostInterfaceSet(IEnumerable<HostInterface> interfaces)
{
    // Interfaces of the package that hold only types.
    private static readonly ImmutableArray<string> TypeInterfaces = ["types", "event-types", "http-types"];

    private static readonly ImmutableArray<string> WasiPackages =
        ["wasi:cli/", "wasi:clocks/", "wasi:filesystem/", "wasi:io/", "wasi:random/", "wasi:sockets/"];

    /// <summary>The interfaces with functions.</summary>
    public ImmutableArray<HostInterface> All { get; } = [.. interfaces];

    /// <summary>Finds imports that this host does not offer, before time is spent on compiling.</summary>
    public IReadOnlyList<Error> FindUnknown(IEnumerable<string> imports) =>
        [.. imports.Where(IsUnknown).Select(import => new Error(CodeFor(import), import))];

    private static ErrorCode CodeFor(string import) =>
        import.StartsWith("wasi:http/", StringComparison.Ordinal) ? ContractErrors.WasiHttpImport : LinkErrors.UnknownImport;

    private bool IsUnknown(string import)
    {
        // A bare name is a type of the component itself; a real gap shows when it is linked.
        if (!import.Contains(':', StringComparison.Ordinal))
        {
            return false;
        }

        if (WasiPackages.Any(package => import.StartsWith(package, StringComparison.Ordinal)))
        {
            return false;
        }

        var at = import.IndexOf('@', StringComparison.Ordinal);
        var (name, version) = at < 0 ? (import, "") : (import[..at], import[(at + 1)..]);
        var known = All.Select(definition => definition.Name).Concat(TypeInterfaces)
            .Any(candidate => name == $"{WitPackage.Name}/{candidate}");
        return !known || !version.StartsWith("1.", StringComparison.Ordinal);
    }
}

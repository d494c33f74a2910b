using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Plugins.Contract;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Sandbox.Compilation;

namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>Makes machine code of components, and refuses what does not fit this host.</summary>
internal sealed class ComponentLoader(HostInterfaceSet interfaces, IVersionStore versions, ComponentCompiler compiler)
{
    /// <summary>
    /// Compiles a component, or loads it from the cache, and compares its imports and exports with the interfaces of this host: what does not
    /// fit is said at once and as a whole, as for an uploaded package, before any code of the guest runs.
    /// </summary>
    public async Task<Result<CompiledComponent>> LoadAsync(
        PluginBlueprint blueprint, ChangeCause cause, CancellationToken cancellationToken)
    {
        var shape = ComponentReader.Read(blueprint.Image.Bytes.Span);
        if (!shape.IsSuccess)
        {
            return InComponent(blueprint, shape.Error);
        }

        var unknown = interfaces.FindUnknown(shape.Value.Imports);
        if (unknown.Count > 0)
        {
            return InComponent(blueprint, Problems.Sum(PluginRuntimeErrors.UnknownImports, unknown));
        }

        var hasRun = await versions.HasRunAsync(blueprint.Manifest.Name, blueprint.Image.Sha256, cancellationToken);
        var compiled = await compiler.CompileAsync(
            blueprint.Image.Bytes, blueprint.Limits, new CompileTerms(hasRun, Retry: cause.IsByAdministrator), cancellationToken);
        if (!compiled.IsSuccess)
        {
            return InComponent(blueprint, compiled.Error);
        }

        var problems = PackageContract.FindProblems(compiled.Value.ReadTypes(), blueprint.Manifest.EntryPoint).ToList();
        if (problems.Count == 0)
        {
            return compiled;
        }

        compiled.Value.Dispose();
        return InComponent(blueprint, Problems.Sum(ContractErrors.WrongContract, problems));
    }

    /// <summary>Names the component's file as the place of a problem that has none.</summary>
    public static Error InComponent(PluginBlueprint blueprint, Error error) =>
        error with { Location = error.Location ?? new(blueprint.Image.Path) };
}

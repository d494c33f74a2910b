using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.Guests;

/// <summary>The functions that an instance exports, found by name once each. Only the lifecycle is required. Used on the instance's thread only.</summary>
internal sealed class GuestExports
{
    public static readonly GuestExport GetMetadata = new(Lifecycle, "get-metadata");
    public static readonly GuestExport Start = new(Lifecycle, "start");
    public static readonly GuestExport Stop = new(Lifecycle, "stop");
    public static readonly GuestExport ValidateConfig = new("config-handler", "validate-config");
    public static readonly GuestExport OnConfigChanged = new("config-handler", "on-config-changed");
    public static readonly GuestExport SaveState = new("state-handler", "save-state");
    public static readonly GuestExport RestoreState = new("state-handler", "restore-state");

    private const string Lifecycle = "lifecycle";
    private const string DefaultEntryPoint = "init";
    private const string FoundingEntryPoint = "plugin_init";
    private static readonly GuestExport DefaultInit = new(Lifecycle, "init");
    private static readonly GuestExport[] Required = [GetMetadata, Start, Stop];

    private readonly WasmInstance _instance;
    private readonly Dictionary<GuestExport, GuestFunction?> _found = [];

    private GuestExports(WasmInstance instance, GuestFunction init) => (_instance, Init) = (instance, init);

    /// <summary>The entry point.</summary>
    public GuestFunction Init { get; }

    /// <summary>Finds the required functions.</summary>
    public static Result<GuestExports> Of(WasmInstance instance, string entryPoint)
    {
        var init = FindEntryPoint(instance, entryPoint);
        if (!init.IsSuccess)
        {
            return init.Error;
        }

        var exports = new GuestExports(instance, init.Value);
        return Required.FirstOrDefault(required => exports.Find(required) is null) is { } missing ? Missing(missing) : exports;
    }

    /// <summary>Finds a function.</summary>
    /// <returns>The function, or null when the component does not export it.</returns>
    public GuestFunction? Find(GuestExport export)
    {
        if (!_found.TryGetValue(export, out var function))
        {
            _found[export] = function = Find(_instance, export);
        }

        return function;
    }

    // A component made from JavaScript has an "init" of its engine at the top level, so that name always means lifecycle.init.
    private static Result<GuestFunction> FindEntryPoint(WasmInstance instance, string entryPoint)
    {
        if (entryPoint != DefaultEntryPoint && instance.Find(entryPoint.Replace('_', '-')) is { } named)
        {
            return named.Layout.Function is { Parameters.Length: 1, Result: not null }
                ? named
                : new Error(ContractErrors.WrongShape, named.Name, "func(config: json) -> result<_, string>");
        }

        if (entryPoint is not (DefaultEntryPoint or FoundingEntryPoint))
        {
            return new Error(PluginRuntimeErrors.EntryPointMissing, entryPoint);
        }

        return Find(instance, DefaultInit) is { } init ? init : Missing(DefaultInit);
    }

    private static GuestFunction? Find(WasmInstance instance, GuestExport export) => instance.Find(export.Interface, export.Function, export.Label);

    private static Error Missing(GuestExport export) => new(ContractErrors.MissingExport, $"{export.Interface}#{export.Function}");
}

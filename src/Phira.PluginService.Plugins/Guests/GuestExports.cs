using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Interfaces;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.Guests;

/// <summary>The functions that a plugin exports. Only the lifecycle is required.</summary>
internal sealed record GuestExports
{
    private const string DefaultEntryPoint = "init";
    private const string FoundingEntryPoint = "plugin_init";

    public required GuestFunction GetMetadata { get; init; }

    public required GuestFunction Init { get; init; }

    public required GuestFunction Start { get; init; }

    public required GuestFunction Stop { get; init; }

    public GuestFunction? OnEvent { get; init; }

    public GuestFunction? OnCommand { get; init; }

    public GuestFunction? OnTimer { get; init; }

    public GuestFunction? ValidateConfig { get; init; }

    public GuestFunction? OnConfigChanged { get; init; }

    public GuestFunction? SaveState { get; init; }

    public GuestFunction? RestoreState { get; init; }

    public GuestFunction? CheckHealth { get; init; }

    /// <summary>Finds the functions by name.</summary>
    public static Result<GuestExports> Find(GuestInstance instance, string entryPoint)
    {
        var init = FindEntryPoint(instance, entryPoint);
        if (!init.IsSuccess)
        {
            return init.Error;
        }

        foreach (var required in (string[])["get-metadata", "start", "stop"])
        {
            if (Find(instance, "lifecycle", required) is null)
            {
                return MissingLifecycle(required);
            }
        }

        var exports = new GuestExports
        {
            GetMetadata = Find(instance, "lifecycle", "get-metadata")!,
            Init = init.Value,
            Start = Find(instance, "lifecycle", "start")!,
            Stop = Find(instance, "lifecycle", "stop")!,
            OnEvent = Find(instance, "event-handler", "on-event"),
            OnCommand = Find(instance, "command-handler", "on-command"),
            OnTimer = Find(instance, "timer-handler", "on-timer"),
            ValidateConfig = Find(instance, "config-handler", "validate-config"),
            OnConfigChanged = Find(instance, "config-handler", "on-config-changed"),
            SaveState = Find(instance, "state-handler", "save-state"),
            RestoreState = Find(instance, "state-handler", "restore-state"),
            CheckHealth = Find(instance, "health-handler", "check"),
        };
        return exports.FindMisshapen() is { } error ? error : exports;
    }

    /// <summary>The types themselves show only in a call, but most mistakes already in the number of parameters.</summary>
    private Error? FindMisshapen()
    {
        (GuestFunction? Function, int Parameters)[] expected =
        [
            (GetMetadata, 0), (Init, 1), (Start, 0), (Stop, 0), (OnEvent, 1), (OnCommand, 1), (OnTimer, 1), (ValidateConfig, 1), (OnConfigChanged, 1),
            (SaveState, 0), (RestoreState, 1), (CheckHealth, 0),
        ];
        return expected
            .Where(entry => entry.Function is { } function
                && !(function.Native.ParameterCount == entry.Parameters && function.Native.HasResult))
            .Select(entry => new Error(
                ComponentErrors.WrongShape, entry.Function!.Name, $"{entry.Parameters} parameters and a result are expected"))
            .FirstOrDefault();
    }

    // A component made from JavaScript has an "init" of its engine at the top level, so that name always means lifecycle.init.
    private static Result<GuestFunction> FindEntryPoint(GuestInstance instance, string entryPoint)
    {
        if (entryPoint != DefaultEntryPoint && instance.Find(entryPoint.Replace('_', '-')) is { } named)
        {
            return named.Native is { ParameterCount: 1, HasResult: true }
                ? named
                : new Error(ComponentErrors.WrongShape, named.Name, "func(config: json) -> result<_, string>");
        }

        if (entryPoint is not (DefaultEntryPoint or FoundingEntryPoint))
        {
            return new Error(PluginRuntimeErrors.EntryPointMissing, entryPoint);
        }

        return Find(instance, "lifecycle", "init") is { } init ? init : MissingLifecycle("init");
    }

    private static GuestFunction? Find(GuestInstance instance, string interfaceName, string function) =>
        instance.Find(Contract.Export(interfaceName), function, $"{interfaceName}.{function}");

    private static Error MissingLifecycle(string function) =>
        new(ComponentErrors.MissingExport, $"{Contract.Export("lifecycle")}#{function}");
}

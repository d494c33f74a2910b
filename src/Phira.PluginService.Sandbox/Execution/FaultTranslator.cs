using System.Text.RegularExpressions;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Sandbox.Bridge;
using Phira.PluginService.Sandbox.Footprint;
using Phira.PluginService.Sandbox.Limits;
using Phira.PluginService.Sandbox.Memory;
using Wasmtime;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>Turns what the engine throws into our own errors. Traps carry no code, only text.</summary>
internal static partial class FaultTranslator
{
    public const string Instantiation = "instantiate";

    // What the engine itself refuses, by the words it has for it. A table that may not grow is not among them: the engine tells only the
    // guest, and what it makes of that is its own affair.
    private static readonly (string Text, string Limit)[] OfEngine =
    [
        ("call stack exhausted", LimitNames.MaxStackSize),
        ("table count too high", LimitNames.Tables),
        ("instance count too high", LimitNames.Instances),
        ("handle limit exceeded", LimitNames.Handles),
        ("fuel allocated for hostcalls has been exhausted", LimitNames.HostCallBytes),
    ];

    /// <summary>Returns the fault of a call that failed.</summary>
    public static GuestFault OfCall(Exception exception, string function, MemoryAccount memory)
    {
        var details = Details(exception);
        if (LimitOf(exception, memory) is { } limit)
        {
            return new GuestFault(FaultKind.Limit, new Error(FaultErrors.LimitExceeded, limit, function), limit, details);
        }

        if (exception is not WasmtimeException { InnerException: null })
        {
            return new GuestFault(FaultKind.Host, new Error(FaultErrors.HostFault, function), null, details);
        }

        return new GuestFault(FaultKind.Trap, new Error(FaultErrors.Trap, function, TrapText(exception.Message)), null, details);
    }

    /// <summary>Returns the fault of an instance that could not be created.</summary>
    public static GuestFault OfInstantiation(Exception exception, MemoryAccount memory)
    {
        if (LimitOf(exception, memory) is null && MissingImport().Match(exception.Message) is { Success: true } missing)
        {
            var function = MissingFunction().Match(exception.Message);
            var name = function.Success ? $"{missing.Groups["name"].Value}#{function.Groups["name"].Value}" : missing.Groups["name"].Value;
            return new GuestFault(FaultKind.Link, new Error(LinkErrors.UnknownImport, name), null, Details(exception));
        }

        return OfCall(exception, Instantiation, memory);
    }

    /// <summary>Returns the fault of an instance that was not begun, because its tables and its own state would exceed the limit.</summary>
    public static GuestFault OfFootprint(GuestFootprint footprint, long maxMemory) => new(
        FaultKind.Limit,
        new Error(FaultErrors.LimitExceeded, LimitNames.MaxMemory, Instantiation),
        LimitNames.MaxMemory,
        footprint == GuestFootprint.Unknown
            ? "The component has more parts than can be counted, or some of an unknown form."
            : $"It would hold {footprint.TableBytes} bytes of tables and {footprint.InstanceBytes} bytes of instances; max_memory is {maxMemory}.");

    private static string? LimitOf(Exception exception, MemoryAccount memory)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is LimitExceededException limit)
            {
                return limit.Limit;
            }
        }

        // A guest that is refused memory usually aborts: the refusal is the reason, the trap only its consequence.
        // The last line is the engine's own; those before it hold names that the guest gives to its functions.
        var text = TrapText(exception.Message);
        return OfEngine.FirstOrDefault(known => text.Contains(known.Text, StringComparison.Ordinal)).Limit ?? memory.RefusedBy;
    }

    private static string Details(Exception exception)
    {
        var message = BridgeFrames().Replace(exception.Message, "");
        return exception.InnerException is { } inner and not LimitExceededException ? $"{message}\n{inner}" : message;
    }

    /// <summary>The last line that says what happened, without the backtrace.</summary>
    private static string TrapText(string message)
    {
        var line = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? message;
        return LeadingNumber().Replace(line, "").Replace("wasm trap: ", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"component imports (?:instance|function|resource|module|component|type) `(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MissingImport();

    [GeneratedRegex("instance export `(?<name>[^`]+)` has the wrong type", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MissingFunction();

    // Every call comes over the bridge: its function and the one between it and the guest say nothing.
    [GeneratedRegex(@"\n *\d+: +0x[0-9a-f]+ - [^\n]*\n *\d+: +0x[0-9a-f]+ - " + BridgeNames.Module + "![^\n]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BridgeFrames();

    [GeneratedRegex(@"^\d+:\s*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadingNumber();
}

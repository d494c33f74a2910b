using System.Collections.Immutable;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Interfaces.Clock;
using Phira.PluginService.Plugins.Interfaces.Commands;
using Phira.PluginService.Plugins.Interfaces.Configuration;
using Phira.PluginService.Plugins.Interfaces.Events;
using Phira.PluginService.Plugins.Interfaces.HttpClient;
using Phira.PluginService.Plugins.Interfaces.HttpRoutes;
using Phira.PluginService.Plugins.Interfaces.Log;
using Phira.PluginService.Plugins.Interfaces.Messages;
using Phira.PluginService.Plugins.Interfaces.Metrics;
using Phira.PluginService.Plugins.Interfaces.Rooms;
using Phira.PluginService.Plugins.Interfaces.Services;
using Phira.PluginService.Plugins.Interfaces.Storage;
using Phira.PluginService.Plugins.Interfaces.System;
using Phira.PluginService.Plugins.Interfaces.Timers;
using Phira.PluginService.Plugins.Interfaces.Users;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>Everything that a plugin can import.</summary>
internal static class HostInterfaces
{
    // Interfaces of the package that hold only types.
    private static readonly ImmutableArray<string> TypeInterfaces = ["types", "event-types", "http-types"];

    private static readonly ImmutableArray<string> WasiPackages =
        ["wasi:cli/", "wasi:clocks/", "wasi:filesystem/", "wasi:io/", "wasi:random/", "wasi:sockets/"];

    /// <summary>The interfaces with functions.</summary>
    public static ImmutableArray<HostInterface> All { get; } =
    [
        UsersInterface.Definition,
        RoomsInterface.Definition,
        EventsInterface.Definition,
        CommandsInterface.Definition,
        MessagesInterface.Definition,
        ConfigurationInterface.Definition,
        StorageInterface.Definition,
        LogInterface.Definition,
        ClockInterface.Definition,
        TimersInterface.Definition,
        HttpClientInterface.Definition,
        HttpRoutesInterface.Definition,
        ServicesInterface.Definition,
        MetricsInterface.Definition,
        SystemInterface.Definition,
    ];

    /// <summary>Functions that this host version answers with <c>unavailable</c>, as <c>interface.function</c>.</summary>
    public static ImmutableArray<string> Unavailable { get; } =
    [
        .. All.SelectMany(definition => definition.Functions
            .Where(function => function.Handler is null)
            .Select(function => $"{definition.Name}.{function.Name}")),
    ];

    /// <summary>Finds imports that this host does not offer, before time is spent on compiling.</summary>
    public static IReadOnlyList<Error> FindUnknown(IEnumerable<string> imports) =>
        [.. imports.Where(IsUnknown).Select(import => new Error(CodeFor(import), import))];

    private static ErrorCode CodeFor(string import) =>
        import.StartsWith("wasi:http/", StringComparison.Ordinal) ? ComponentErrors.WasiHttpImport : ComponentErrors.UnknownImport;

    private static bool IsUnknown(string import)
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
            .Any(candidate => name == $"{Contract.Package}/{candidate}");
        return !known || !version.StartsWith("1.", StringComparison.Ordinal);
    }
}

using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.System;

/// <summary>What this service is and how it does.</summary>
internal sealed record SystemResponse
{
    [Description("Version of the service.")]
    public required string Version { get; init; }

    [Description("Version of the WIT package that plugins are built against.")]
    public required string AbiVersion { get; init; }

    [Description("When the service started.")]
    public required DateTimeOffset StartedAt { get; init; }

    [Description("For how long it has been running.")]
    public required double UptimeSeconds { get; init; }

    [Description("TCP port players connect to; null while it does not listen.")]
    public required int? GamePort { get; init; }

    [Description("TCP port of this interface; null when unknown.")]
    public required int? HttpPort { get; init; }

    [Description("Whether players and the Phira API are simulated.")]
    public required bool Demo { get; init; }

    [Description("Number of users with a live connection.")]
    public required int OnlineUsers { get; init; }

    [Description("Number of open rooms.")]
    public required int Rooms { get; init; }

    [Description("What the service still waits for before it stops; null while it is not stopping.")]
    public required StoppingMessage? Stopping { get; init; }
}

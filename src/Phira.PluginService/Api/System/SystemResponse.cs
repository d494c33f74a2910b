using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.System;

/// <summary>The version, addresses and load of this service.</summary>
internal sealed record SystemResponse
{
    [Description("Version of the service.")]
    public required string Version { get; init; }

    [Description("Version of the WIT package that plugins are built against.")]
    public required string AbiVersion { get; init; }

    [Description("Time at which the service started.")]
    public required DateTimeOffset StartedAt { get; init; }

    [Description("Seconds since the start.")]
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

    [Description("The work that remains before the service stops; null while it is not stopping.")]
    public required StoppingMessage? Stopping { get; init; }
}

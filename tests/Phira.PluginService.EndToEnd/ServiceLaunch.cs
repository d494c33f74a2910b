namespace Phira.PluginService.EndToEnd;

/// <summary>The options of a process of the service.</summary>
internal sealed record ServiceLaunch
{
    /// <summary>The command line; by default free ports.</summary>
    public string[] Arguments { get; init; } = ["--game-port", "0", "--http-port", "0"];

    /// <summary>A program with its arguments that becomes the service, or starts it as its last action.</summary>
    public string[] Wrapper { get; init; } = [];

    /// <summary>Environment variables besides the usual ones.</summary>
    public (string Name, string Value)[] Settings { get; init; } = [];
}

using System.Collections.Immutable;

namespace Phira.PluginService.Packaging.Security;

/// <summary>Access of a plugin outside its sandbox, as a manifest asks for it or as the host allows it. By default none.</summary>
public sealed record SecurityPolicy
{
    /// <summary>Among <see cref="AllowedNetworkHosts"/> of the host's own policy: every host, as far as it is granted.</summary>
    public const string AnyHost = "*";

    /// <summary>May open files below <see cref="AllowedFilesystemPaths"/>.</summary>
    public bool AllowFilesystem { get; init; }

    /// <summary>May send requests to <see cref="AllowedNetworkHosts"/>.</summary>
    public bool AllowNetwork { get; init; }

    /// <summary>May run <see cref="AllowedCommands"/>.</summary>
    public bool AllowSubprocesses { get; init; }

    /// <summary>May read <see cref="AllowedEnvironmentVars"/>.</summary>
    public bool AllowEnvironment { get; init; }

    /// <summary>May ask for facts about the machine.</summary>
    public bool AllowSystemInfo { get; init; }

    /// <summary>Directories that are opened to the plugin.</summary>
    public ImmutableArray<string> AllowedFilesystemPaths { get; init; } = [];

    /// <summary>Hosts: exact or <c>*.suffix</c>, with an optional port.</summary>
    public ImmutableArray<string> AllowedNetworkHosts { get; init; } = [];

    /// <summary>Names of environment variables.</summary>
    public ImmutableArray<string> AllowedEnvironmentVars { get; init; } = [];

    /// <summary>Commands that may be run.</summary>
    public ImmutableArray<string> AllowedCommands { get; init; } = [];

    /// <summary>Greatest depth of chains of events and service calls. Default 100.</summary>
    public long MaxRecursionDepth { get; init; } = 100;

    /// <summary>Whether the guest's stack is bounded. Default true.</summary>
    public bool EnableStackProtection { get; init; } = true;

    /// <summary>Whether the guest's memory is isolated and bounded. Default true.</summary>
    public bool EnableMemorySandbox { get; init; } = true;
}

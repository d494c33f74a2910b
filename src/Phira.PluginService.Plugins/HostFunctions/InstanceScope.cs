using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.Configuration;
using Phira.PluginService.Plugins.Subscriptions;
using Phira.PluginService.Sandbox.Limits;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>The parts of one instance that host interfaces use when they create its handlers.</summary>
/// <param name="Context">The plugin behind each call.</param>
internal sealed record InstanceScope(HostContext Context)
{
    /// <summary>Subscriptions and registrations of the instance.</summary>
    public required Registrations Registrations { get; init; }

    /// <summary>The configuration of the instance.</summary>
    public required InstanceConfig Config { get; init; }

    /// <summary>The folder that its version is loaded from.</summary>
    public required string Folder { get; init; }

    /// <summary>Stores what it changes in its configuration.</summary>
    public required IConfigSaver ConfigSaver { get; init; }

    public required EffectiveLimits Limits { get; init; }

    /// <summary>Greatest depth of chains of events and service calls.</summary>
    public required long MaximumDepth { get; init; }

    /// <summary>The manifest of the version that it is an instance of.</summary>
    public required PluginManifest Manifest { get; init; }
}

using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Actors;
using Semver;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>An active plugin, as the registry of services knows it.</summary>
/// <param name="Version">The version that is active.</param>
internal sealed record ActiveProvider(PluginName Plugin, SemVersion Version, Mailbox Mailbox, ProvidedServices Services);

using Microsoft.Extensions.Logging;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>The parts of an instance besides its component.</summary>
internal sealed record InstanceParts(InstanceScope Scope, InstanceFunctions Functions, GuestSetup Setup, CallMeter Meter, ILogger ActorLogger);

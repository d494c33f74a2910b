using Microsoft.Extensions.Options;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Timers;

/// <summary>The interface <c>timers</c>.</summary>
internal sealed class TimersInterface(IOptions<TimersOptions> options, TimeProvider timeProvider) : HostInterface<TimersFunctions>(
    "timers",
    new("set-timer", timers => timers.Set) { Permission = PermissionNames.Timers },
    new("cancel-timer", timers => timers.Cancel) { Permission = PermissionNames.Timers })
{
    /// <inheritdoc />
    protected override TimersFunctions CreateInstance(InstanceScope scope) =>
        new(scope.Context, new InstanceTimers(scope.Context, options.Value.TimersPerPlugin, timeProvider));
}

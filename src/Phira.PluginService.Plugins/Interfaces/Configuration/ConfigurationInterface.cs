using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Configuration;

/// <summary>The interface <c>configuration</c>.</summary>
internal sealed class ConfigurationInterface(IOptions<ConfigSavingOptions> options, TimeProvider timeProvider)
    : StatefulHostInterface<ConfigurationFunctions, TokenBucket>(
        "configuration",
        new("get-config", configuration => configuration.Get),
        new("set-config", configuration => configuration.Set) { Permission = PermissionNames.WriteConfig },
        new("save-config", configuration => configuration.Save) { Permission = PermissionNames.WriteConfig },
        new("all", configuration => configuration.All))
{
    /// <inheritdoc />
    protected override TokenBucket CreatePluginState(PluginName plugin) => PluginRate.Of(options.Value.ConfigSavesPerSecond, timeProvider);

    /// <inheritdoc />
    protected override ConfigurationFunctions CreateInstance(InstanceScope scope, TokenBucket rate) =>
        new(scope.Context, scope.Config, scope.ConfigSaver, rate);
}

using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Log;

/// <summary>The interface <c>log</c>.</summary>
internal sealed class LogInterface() : HostInterface<LogFunctions>(
    "log", new HostFunction<LogFunctions>("write", log => log.Write) { IsPlain = true })
{
    /// <inheritdoc />
    protected override LogFunctions CreateInstance(InstanceScope scope) => new(scope.Context);
}

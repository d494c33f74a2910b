using Microsoft.Extensions.Options;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Files;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Interfaces.System;

/// <summary>The interface <c>system</c>.</summary>
internal sealed class SystemInterface(IOptions<ProgramsOptions> options, PluginDirectories directories, TimeProvider timeProvider)
    : HostInterface<SystemFunctions>(
        "system",
        new("get-system-info", system => system.GetSystemInfo) { Permission = PermissionNames.SystemInfo },
        new("run-process", system => system.RunProcess)
        {
            Permission = PermissionNames.Subprocess,
            Target = static _ => static arguments => new PermissionTarget { Command = arguments[0].AsString() },
        })
{
    private readonly ProgramFiles _files = new();
    private readonly long _started = timeProvider.GetTimestamp();

    /// <inheritdoc />
    protected override SystemFunctions CreateInstance(InstanceScope scope)
    {
        var context = scope.Context;
        var programs = new Programs(_files, directories.Of(context.Plugin), options.Value.ProcessOutputBytes, context.Counters);
        return new SystemFunctions(context, programs, timeProvider, _started);
    }
}

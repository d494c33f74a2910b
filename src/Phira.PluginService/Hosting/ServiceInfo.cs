using System.Reflection;

namespace Phira.PluginService.Hosting;

/// <summary>The version of the service and the time since its start.</summary>
internal sealed class ServiceInfo(TimeProvider timeProvider)
{
    private readonly long _startTimestamp = timeProvider.GetTimestamp();

    /// <summary>Version of the service, without build metadata.</summary>
    public static string Version { get; } = typeof(ServiceInfo).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>Version of the WIT package that plugins are built against.</summary>
    public const string AbiVersion = "1.0.0";

    public DateTimeOffset StartedAt { get; } = timeProvider.GetUtcNow();

    /// <summary>Measured, not computed from <see cref="StartedAt"/>: somebody may set the clock meanwhile.</summary>
    public TimeSpan Uptime => timeProvider.GetElapsedTime(_startTimestamp);
}

using System.Reflection;

namespace Phira.PluginService.Hosting;

/// <summary>The version of the service and the time since its start.</summary>
internal sealed class ServiceInfo(TimeProvider timeProvider)
{
    private static readonly string[] Build = (typeof(ServiceInfo).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+', count: 2);

    /// <summary>Version of the service, without build metadata.</summary>
    public static string Version => Build[0];

    /// <summary>The commit that the service was built from; <c>unknown</c> when it was built from files without a history.</summary>
    public static string Commit => Build.Length > 1 ? Build[1] : "unknown";

    /// <summary>Version of the WIT package that plugins are built against.</summary>
    public const string AbiVersion = "1.0.0";

    private readonly long _startTimestamp = timeProvider.GetTimestamp();

    public DateTimeOffset StartedAt { get; } = timeProvider.GetUtcNow();

    /// <summary>Measured, not computed from <see cref="StartedAt"/>: somebody may set the clock meanwhile.</summary>
    public TimeSpan Uptime => timeProvider.GetElapsedTime(_startTimestamp);
}

using Phira.PluginService.Sandbox.Bridge;
using Phira.PluginService.Sandbox.Files;
using Phira.PluginService.Sandbox.Limits;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>The parts that an instance needs besides its component.</summary>
/// <param name="Imports">The functions that the host offers.</param>
internal sealed record GuestSetup(
    EffectiveLimits Limits, EpochTicker Ticker, TimeProvider TimeProvider, IReadOnlyCollection<GuestImport> Imports)
{
    /// <summary>Receives what it writes to standard output.</summary>
    public OutputHandler StandardOutput { get; init; } = _ => { };

    /// <summary>Receives what it writes to standard error.</summary>
    public OutputHandler StandardError { get; init; } = _ => { };

    /// <summary>Opens what the plugin is granted of the system. By default nothing.</summary>
    public Func<SystemAccess> Open { get; init; } = () => SystemAccess.None;

    /// <summary>Hears of each limit that refuses something without ending the call.</summary>
    public Action<string> LimitHit { get; init; } = _ => { };

    /// <summary>The system's clocks.</summary>
    public NativePlatform Platform { get; init; } = NativePlatform.Current;
}

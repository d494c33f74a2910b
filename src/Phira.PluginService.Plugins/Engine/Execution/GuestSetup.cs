using Phira.PluginService.Plugins.Engine.Platform;
using Phira.PluginService.Plugins.Limits;
using Wasmtime;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Engine.Execution;

/// <summary>What an instance needs besides its component.</summary>
/// <param name="Limits">What it may use.</param>
internal sealed record GuestSetup(
    EffectiveLimits Limits, EpochTicker Ticker, TimeProvider Time, Action<ComponentLinker> Link)
{
    /// <summary>Receives what it writes to standard output.</summary>
    public WasiOutputCallback StandardOutput { get; init; } = _ => { };

    /// <summary>Receives what it writes to standard error.</summary>
    public WasiOutputCallback StandardError { get; init; } = _ => { };

    /// <summary>Opens what the plugin is granted of the system, and tells whether directories are among it. By default nothing.</summary>
    public Func<WasiConfiguration, bool> Open { get; init; } = _ => false;

    /// <summary>Hears of each limit that refuses something without ending the call.</summary>
    public Action<string> LimitHit { get; init; } = _ => { };

    /// <summary>Sees the instance before any code of the guest runs: already that may never come back.</summary>
    public Action<GuestInstance> Begun { get; init; } = _ => { };

    /// <summary>The system's clocks.</summary>
    public NativePlatform Platform { get; init; } = NativePlatform.Current;
}

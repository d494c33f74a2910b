using Phira.PluginService.Core.Plugins;
using static Phira.PluginService.Core.Plugins.PluginState;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>
/// The documented moves, stated by where they lead: discovered → resolved → compiled → loaded → initialized → running → stopping → stopped →
/// unloaded, and aside pending-approval, disabled, failed and quarantined. Independent of the table that the rules use.
/// </summary>
internal static class DocumentedMoves
{
    public static bool Contain(PluginState from, PluginState to) => to switch
    {
        // Each step of a load follows the one before; one that went down is compiled again from what is known of it.
        PendingApproval => from == Resolved,
        Compiled => from is Resolved or Failed or Unloaded,
        Loaded => from == Compiled,
        Initialized => from == Loaded,

        // Again while it runs: it was reloaded. After a failure: the replacement was made while the instance was lost.
        Running => from is Initialized or Stopped or Running or Failed,

        // What runs stops, or fails; everything else comes after that.
        Stopping => from == Running,
        Stopped => from is Stopping or Initialized,
        Unloaded or Disabled => from != Running,
        Failed => true,
        Discovered or Resolved or Quarantined => from is not (Running or Stopping),
        _ => false,
    };
}

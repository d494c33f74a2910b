using System.Net;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Bans;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Settings;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer.Moderation;

/// <summary>Decides about logins by bans and maintenance.</summary>
internal sealed class LoginGate(
    BanList bans, LiveSettings settings, ServerSwitches switches, UserDirectory users, IOptions<GameServerOptions> options)
{
    private readonly HashSet<int> _admins = [.. options.Value.Admins ?? []];

    /// <summary>
    /// The text for those who may not log in from an address; null when it may be tried. Asked before anything is known of the user.
    /// </summary>
    public string? WhyNotFrom(IPAddress address) => bans.Find(address) is { } ban ? bans.TextFor(ban).InEveryLanguage("\n") : null;

    /// <summary>The text for a user who may not log in; null for one who may.</summary>
    public LocalizedText? WhyNot(UserId user)
    {
        if (WhyBanned(user) is { } banned)
        {
            return banned;
        }

        // Those who are here keep their place, whatever happened to their connection.
        if (users.TryFind(user, out _))
        {
            return null;
        }

        if (switches.IsStopping)
        {
            return GameTexts.Stopping;
        }

        return settings.Current.IsInMaintenance && !IsAdmitted(user) ? MaintenanceText() : null;
    }

    /// <summary>The ban alone, for a user who has just entered.</summary>
    public LocalizedText? WhyBanned(UserId user) => bans.Find(user) is { } ban ? bans.TextFor(ban) : null;

    private bool IsAdmitted(UserId user) => _admins.Contains(user.Value) || settings.Current.AdmittedInMaintenance.Contains(user);

    private LocalizedText MaintenanceText() =>
        settings.Current.MaintenanceText is { Length: > 0 } text ? LocalizedText.Literal(text) : GameTexts.Maintenance;
}

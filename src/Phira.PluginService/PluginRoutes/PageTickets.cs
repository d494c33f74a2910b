using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.PluginRoutes;

/// <summary>
/// The page tickets in use. The cookie does not reach a page without origin: an administrator who opens the page of a plugin gets a path with a secret
/// instead, below which exactly that plugin answers. A ticket is good for nothing else, ends with the session it was issued in, and when the plugin
/// is not active any more. Kept in memory only. Safe for several threads.
/// </summary>
internal sealed class PageTickets
{
    /// <summary>Time for which a ticket is valid. Asking again in time keeps it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    // More of them push out the one that ends first.
    private const int Capacity = 1024;
    private const int SecretBytes = 32;

    private readonly SessionStore _sessions;
    private readonly TimeProvider _timeProvider;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PageTicket> _tickets = new(StringComparer.Ordinal);

    public PageTickets(IPluginRoutes routes, SessionStore sessions, TimeProvider timeProvider)
    {
        (_sessions, _timeProvider) = (sessions, timeProvider);
        routes.Withdrawn += Revoke;
    }

    /// <summary>Issues a ticket, or gives the one that the same administrator has for the same plugin more time: a page that is open stays open.</summary>
    public PageTicket Issue(PluginName plugin, ClaimsPrincipal administrator)
    {
        var (caller, session) = (administrator.FindFirstValue(ClaimTypes.Name) ?? "", administrator.FindFirstValue(SessionStore.SessionClaim));
        lock (_lock)
        {
            RemoveEnded();
            var secret = _tickets.Values.FirstOrDefault(other => other.Plugin == plugin && other.Session == session && other.Caller == caller)?.Secret
                ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
            if (_tickets.Count >= Capacity && !_tickets.ContainsKey(secret))
            {
                _tickets.Remove(_tickets.Values.MinBy(other => other.ExpiresAt)!.Secret);
            }

            return _tickets[secret] = new PageTicket(secret, plugin, caller, session, _timeProvider.GetUtcNow() + Lifetime);
        }
    }

    /// <summary>Looks at a ticket that somebody shows.</summary>
    /// <returns>The administrator it was issued to; null when it is not, or no longer, good for this plugin.</returns>
    public string? FindCaller(PluginName plugin, string secret)
    {
        lock (_lock)
        {
            return _tickets.TryGetValue(secret, out var ticket) && ticket.Plugin == plugin && IsAlive(ticket) ? ticket.Caller : null;
        }
    }

    private bool IsAlive(PageTicket ticket) =>
        _timeProvider.GetUtcNow() < ticket.ExpiresAt && (ticket.Session is null || _sessions.IsOpen(ticket.Session));

    private void RemoveEnded()
    {
        foreach (var ended in _tickets.Values.Where(ticket => !IsAlive(ticket)).ToList())
        {
            _tickets.Remove(ended.Secret);
        }
    }

    private void Revoke(PluginName plugin)
    {
        lock (_lock)
        {
            foreach (var revoked in _tickets.Values.Where(ticket => ticket.Plugin == plugin).ToList())
            {
                _tickets.Remove(revoked.Secret);
            }
        }
    }
}

using System.Net;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.GameServer.Configuration;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>The rates of logins from an address.</summary>
internal sealed class LoginRates(IOptions<GameServerOptions> options, TimeProvider timeProvider)
{
    private readonly AddressRates _rates = new(options.Value.Limits.LoginsPerSec, options.Value.Limits.LoginBurst, timeProvider);

    public bool TryTake(IPAddress address) => _rates.TryTake(address);
}

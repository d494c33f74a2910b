using System.Globalization;
using System.Net;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Auth;

/// <summary>
/// Compares a presented token with the admin token, and slows down addresses that keep being wrong. The right token is always accepted:
/// others who share its address cannot lock the administrator out.
/// </summary>
internal sealed class TokenVerifier(AdminCredentials credentials, AttemptThrottle throttle)
{
    /// <summary>Checks a token.</summary>
    /// <returns>Success, <c>auth.invalid</c> or <c>auth.throttled</c> (its argument is the number of seconds to wait).</returns>
    public Result Verify(string presented, IPAddress? address)
    {
        if (credentials.Token.Matches(presented))
        {
            return Result.Success;
        }

        var wait = throttle.RecordFailure(address);
        return wait > TimeSpan.Zero
            ? new Error(AuthErrors.Throttled, Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture))
            : new Error(AuthErrors.Invalid);
    }
}

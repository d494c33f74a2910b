using System.Globalization;
using System.Net;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Auth;

/// <summary>Compares a presented token with the admin token, and slows down who keeps being wrong.</summary>
/// <param name="credentials">The admin token.</param>
/// <param name="throttle">Counts the failures of each address.</param>
internal sealed class TokenVerifier(AdminCredentials credentials, AttemptThrottle throttle)
{
    /// <summary>Checks a token.</summary>
    /// <param name="presented">What the caller sent.</param>
    /// <param name="address">Where the caller is.</param>
    /// <returns>Success, <c>auth.invalid</c> or <c>auth.throttled</c> (its argument is the number of seconds to wait).</returns>
    public Result Verify(string presented, IPAddress? address)
    {
        var wait = throttle.WaitFor(address);
        if (wait > TimeSpan.Zero)
        {
            return new Error(AuthErrors.Throttled, Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        if (credentials.Token.Matches(presented))
        {
            return Result.Success;
        }

        throttle.RecordFailure(address);
        return new Error(AuthErrors.Invalid);
    }
}

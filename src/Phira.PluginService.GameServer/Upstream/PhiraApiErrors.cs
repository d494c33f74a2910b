using Phira.PluginService.Core.Results;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>Failures of the Phira HTTP API, which knows accounts, charts and records.</summary>
internal static class PhiraApiErrors
{
    /// <summary>{0}: what was asked for, for example <c>chart 5</c>.</summary>
    public static readonly ErrorCode NotFound = new("phira_api.not_found", ErrorKind.NotFound);

    /// <summary>{0}: what was asked for.</summary>
    public static readonly ErrorCode Rejected = new("phira_api.rejected", ErrorKind.PermissionDenied);

    /// <summary>{0}: what was asked for.</summary>
    public static readonly ErrorCode Unavailable = new("phira_api.unavailable", ErrorKind.Unavailable);

    /// <summary>{0}: what was asked for.</summary>
    public static readonly ErrorCode BadAnswer = new("phira_api.bad_answer", ErrorKind.Unavailable);
}

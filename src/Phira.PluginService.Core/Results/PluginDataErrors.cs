namespace Phira.PluginService.Core.Results;

/// <summary>Failures of what plugins keep.</summary>
public static class PluginDataErrors
{
    /// <summary>{0}: bytes after the write, {1}: bytes allowed.</summary>
    public static readonly ErrorCode QuotaExceeded = new("storage.quota_exceeded", ErrorKind.QuotaExceeded);
}

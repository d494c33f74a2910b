namespace Phira.PluginService.Core.Results;

/// <summary>Failures of what plugins keep.</summary>
public static class PluginDataErrors
{
    /// <summary>{0}: bytes after the write, {1}: bytes allowed.</summary>
    public static readonly ErrorCode QuotaExceeded = new(
        "storage.quota_exceeded",
        ErrorKind.QuotaExceeded,
        new("The plugin would keep {0} bytes; {1} are allowed.", "插件将存储 {0} 字节，而上限为 {1} 字节。"),
        new(
            "Delete keys that are no longer needed, or raise storage_bytes in the section [plugins].",
            "请删除不再需要的键，或调高 [plugins] 中的 storage_bytes。"));
}

using Microsoft.Extensions.Options;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Hosting;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Composition;

/// <summary>Tells at the start what other accounts of the machine can read, so that nobody takes for private what is not.</summary>
internal sealed partial class AccessRights(DataDirectory data, IOptions<StorageOptions> storage, ILogger<AccessRights> logger)
{
    private const string ProbeName = "rights.tmp";

    /// <summary>Warns of what is not protected. What cannot be found out is not worth stopping the service.</summary>
    public void Check()
    {
        try
        {
            // Nobody gets at what is in a directory that nobody may enter.
            if (!OwnerOnlyFiles.IsOpenToOthers(data.Path))
            {
                return;
            }

            if (!KeepsRights())
            {
                LogNoRights(logger, data.Path);
                return;
            }

            foreach (var file in (string[])[data.File(AdminCredentialsLoader.FileName), storage.Value.DatabasePath])
            {
                if (File.Exists(file) && OwnerOnlyFiles.IsOpenToOthers(file))
                {
                    LogReadableByOthers(logger, Path.GetFullPath(file));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogUnknown(logger, data.Path, exception);
        }
    }

    private bool KeepsRights()
    {
        var probe = data.File(ProbeName);
        OwnerOnlyFiles.Write(probe, []);
        var isOpen = OwnerOnlyFiles.IsOpenToOthers(probe);
        File.Delete(probe);
        return !isOpen;
    }

    [LoggerMessage(
        1101,
        LogLevel.Warning,
        "{Path} 所在的文件系统不保存访问权限（CIFS、exFAT 等）：本机其他账户能读取管理令牌、数据库（封禁、插件数据）和插件安装包，也可能改动它们。请用只允许本账户访问的选项挂载（uid=…,umask=077，CIFS 为 file_mode=0600,dir_mode=0700），或用 --data 另选目录 / The file system of {Path} keeps no access rights (CIFS, exFAT): other accounts of this machine can read the admin token, the database (bans, data of plugins) and the installed packages, and may be able to change them. Mount it for this account alone (uid=…,umask=077; for CIFS file_mode=0600,dir_mode=0700), or choose another directory with --data")]
    private static partial void LogNoRights(ILogger logger, string path);

    [LoggerMessage(
        1102,
        LogLevel.Warning,
        "本机其他账户能读取 {Path}，请执行 chmod 600 / Other accounts of this machine can read {Path}: use chmod 600")]
    private static partial void LogReadableByOthers(ILogger logger, string path);

    [LoggerMessage(1103, LogLevel.Warning, "Could not determine who can read the files in {Path}")]
    private static partial void LogUnknown(ILogger logger, string path, Exception exception);
}

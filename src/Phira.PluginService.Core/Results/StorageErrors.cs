namespace Phira.PluginService.Core.Results;

/// <summary>Reasons why the service's own files cannot be used. All but <see cref="Full"/> stop the service at its start.</summary>
public static class StorageErrors
{
    /// <summary>{0}: file or directory. {1}: what the operating system said.</summary>
    public static readonly ErrorCode Full = new(
        "storage.full",
        ErrorKind.InsufficientStorage,
        new(
            "Changes are refused because they cannot be recorded: \"{0}\" takes no more writes ({1}).",
            "由于无法留下记录，现在不接受任何更改：“{0}”无法再写入（{1}）。"),
        new(
            "Free space on the disk that holds it: remove old logs and backups, or clear compiled/ in the data directory, which is made again when needed. The service recovers by itself within seconds; players are not affected.",
            "请在其所在磁盘上腾出空间：删除旧日志和备份，或清空数据目录中的 compiled/（需要时会自动重建）。空间恢复后数秒内服务会自动恢复；玩家不受影响。"));

    /// <summary>{0}: file or directory. {1}: what the operating system said.</summary>
    public static readonly ErrorCode Unusable = new(
        "storage.unusable",
        ErrorKind.Internal,
        new("\"{0}\" cannot be opened for reading and writing: {1}", "无法读写“{0}”：{1}"),
        new(
            "Let the account that runs the service own the directory, see that the disk has room, or choose another one with --data DIR.",
            "请让运行本服务的账户拥有该目录，确认磁盘有剩余空间，或用 --data DIR 另选目录。"));

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode InUse = new(
        "storage.in_use",
        ErrorKind.Conflict,
        new("\"{0}\" is in use by another process.", "“{0}”正被另一个进程使用。"),
        new(
            "Stop the other instance of the service (or the program that has the database open), or choose another directory with --data DIR.",
            "请停止另一个服务实例（或打开该数据库的程序），或用 --data DIR 另选目录。"));

    /// <summary>{0}: file. {1}: what was found.</summary>
    public static readonly ErrorCode Damaged = new(
        "storage.damaged",
        ErrorKind.Internal,
        new("\"{0}\" is damaged or not a SQLite database: {1}", "“{0}”已损坏，或不是 SQLite 数据库：{1}"),
        new(
            "Restore the file from a backup, or move it (and the files beside it ending in -wal and -shm) away to begin with an empty one.",
            "请从备份恢复该文件；也可将它（连同旁边以 -wal、-shm 结尾的文件）移走，以空数据库重新开始。"));

    /// <summary>{0}: file. {1}: names of the unknown migrations.</summary>
    public static readonly ErrorCode NewerSchema = new(
        "storage.newer_schema",
        ErrorKind.Conflict,
        new(
            "\"{0}\" was written by a newer version of the service: it holds changes unknown to this one ({1}).",
            "“{0}”由更新版本的服务写入，包含本版本不认识的变更（{1}）。"),
        new(
            "Run the newer version of the service again, or restore a backup made before the upgrade.",
            "请改用更新版本的服务，或恢复升级前的备份。"));
}

namespace Phira.PluginService.Storage.Settings;

/// <summary>Settings of the data that survives a restart. Section <c>storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The directory of everything the service keeps. Created with owner-only rights when it does not exist.</summary>
    /// <value>A path; default <c>data</c>.</value>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The database: a SQLite file in the data directory, or a PostgreSQL server.</summary>
    /// <value>Default <see cref="StorageProvider.Sqlite"/>.</value>
    public StorageProvider Provider { get; set; }

    /// <summary>The PostgreSQL database, with host, database, user name and password. Secret: never logged or shown.</summary>
    /// <value>A connection string of Npgsql; default empty.</value>
    public string ConnectionString { get; set; } = "";

    /// <summary>A file that holds <see cref="ConnectionString"/>, instead of the setting.</summary>
    /// <value>A path; default empty.</value>
    public string ConnectionStringFile { get; set; } = "";

    /// <summary>Number of state changes that are kept for each plugin; older ones are deleted.</summary>
    /// <value>1 to 1,000,000; default 1,000.</value>
    public int TransitionsPerPlugin { get; set; } = 1_000;

    /// <summary>Number of results of rounds that are kept, of all players together; older ones are deleted.</summary>
    /// <value>0 (none) to 10,000,000; default 100,000.</value>
    public int RoundRecords { get; set; } = 100_000;

    /// <summary>Time for which a result of a round is kept.</summary>
    /// <value>Days, 1 to 36,500; default 365.</value>
    public int RoundRecordDays { get; set; } = 365;

    /// <summary>Maximum number of writes that wait for the disk. A caller that adds one more waits until there is room.</summary>
    /// <value>1 to 65,536; default 256.</value>
    public int WriteQueue { get; set; } = 256;

    /// <summary>Time to wait for another program (such as a backup) that has the database locked.</summary>
    /// <value>Seconds, 1 to 300; default 5.</value>
    public int BusyTimeoutSecs { get; set; } = 5;

    /// <summary>The database of <see cref="StorageProvider.Sqlite"/>.</summary>
    public string DatabasePath => Path.Combine(DataDirectory, "phira.db");

    internal string LockPath => Path.Combine(DataDirectory, "phira.lock");

    internal string ReservePath => Path.Combine(DataDirectory, "reserve");
}

namespace Phira.PluginService.Storage;

/// <summary>Where and how the service keeps what must survive a restart.</summary>
public sealed class StorageOptions
{
    /// <summary>Directory of the database. Created with owner-only rights when it does not exist.</summary>
    public string Directory { get; set; } = "data";

    /// <summary>How many state changes are kept for each plugin; older ones are deleted.</summary>
    public int TransitionsPerPlugin { get; set; } = 1_000;

    /// <summary>How many writes may wait for the disk. Whoever wants to add one more waits until there is room.</summary>
    public int WriteQueueCapacity { get; set; } = 256;

    /// <summary>How long to wait for another program (such as a backup) that has the database locked.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    internal string DatabasePath => Path.Combine(Directory, "phira.db");

    internal string LockPath => Path.Combine(Directory, "phira.lock");
}

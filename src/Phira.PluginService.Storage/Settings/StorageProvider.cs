namespace Phira.PluginService.Storage.Settings;

/// <summary>The databases that the service can use.</summary>
public enum StorageProvider
{
    /// <summary>A SQLite file in the data directory.</summary>
    Sqlite,

    /// <summary>A database of a PostgreSQL server.</summary>
    Postgresql,
}

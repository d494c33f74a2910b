using System.Diagnostics;
using System.Globalization;

namespace Phira.PluginService.Testing.PostgreSql;

/// <summary>
/// A PostgreSQL server of a test's own: the system's binaries, a fresh cluster, and a socket in a directory instead of a port. It ends with this
/// process, whatever becomes of it.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>The superuser, who needs no password on the socket.</summary>
    private const string User = "phira";

    // Stops the server when the input ends, which it also does when this process is killed.
    private const string Guard = """
        exec 3<&0
        "$@" 3<&- &
        server=$!
        { cat > /dev/null; kill -INT "$server"; } <&3 2> /dev/null &
        guard=$!
        wait "$server"
        kill "$guard"
        """;

    private readonly PostgreSqlPrograms _programs;
    private readonly string _directory;
    private readonly bool _isDurable;
    private Process? _process;
    private int _databases;

    private PostgreSqlServer(PostgreSqlPrograms programs, string directory, bool isDurable) =>
        (_programs, _directory, _isDurable) = (programs, directory, isDurable);

    /// <summary>The reason for which there is none here; empty when there is.</summary>
    public static string Missing => PostgreSqlPrograms.Found is null ? "PostgreSQL is not installed: there is no initdb." : "";

    /// <summary>The socket that it listens on.</summary>
    public string SocketPath => Path.Combine(_directory, ".s.PGSQL.5432");

    private string Data => Path.Combine(_directory, "data");

    /// <summary>Creates a cluster and starts its server.</summary>
    /// <param name="isDurable">Whether commits reach the disk; without that, tests that kill nothing are faster.</param>
    public static async Task<PostgreSqlServer> StartAsync(bool isDurable = true)
    {
        var programs = PostgreSqlPrograms.Found ?? throw new InvalidOperationException(Missing);
        var server = new PostgreSqlServer(programs, PostgreSqlPrograms.CreateDirectory(Path.GetTempPath()), isDurable);
        try
        {
            await programs.RunAsync(
                ["initdb", "--pgdata", server.Data, "--username", User, "--auth", "trust", "--encoding", "UTF8", .. await programs.LocaleAsync(), "--no-sync"]);
            await server.RestartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server again after <see cref="KillAsync"/> or <see cref="StopAsync"/>.</summary>
    public async Task RestartAsync()
    {
        // Processes that have lost their server take a moment to leave its shared memory; until then a new one is refused.
        await Eventually.IsTrueAsync(TryStartAsync, "PostgreSQL accepts connections");
    }

    /// <summary>Creates a directory that the server may write to.</summary>
    public static string CreateDirectory(string parent) => PostgreSqlPrograms.CreateDirectory(parent);

    /// <summary>Creates an empty database.</summary>
    /// <param name="options">Options of the statement, such as a tablespace.</param>
    /// <returns>The name.</returns>
    public async Task<string> CreateDatabaseAsync(string options = "")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"phira_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0 {options}");
        return name;
    }

    /// <summary>The connection string of a database of this server. No test may fail because a machine is slow.</summary>
    public string ConnectionString(string database) => $"Host={_directory};Database={database};Username={User};Timeout=300;Command Timeout=300";

    /// <summary>Executes a statement as the superuser.</summary>
    public Task ExecuteAsync(string sql, string database = "postgres") => _programs.RunAsync(
        "psql", "--host", _directory, "--username", User, "--dbname", database, "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--command", sql);

    /// <summary>Ends the server at once, as <c>kill -9</c> does, with the processes that serve its connections.</summary>
    public async Task KillAsync()
    {
        var id = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        var children = await PostgreSqlPrograms.ReadAsync("ps", "-o", "pid=", "--ppid", id);
        foreach (var process in children.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Prepend(id))
        {
            await PostgreSqlPrograms.ReadAsync("kill", "-KILL", process);
        }

        await EndAsync();
    }

    /// <summary>Stops the server; those who are connected are sent away.</summary>
    public Task StopAsync() => EndAsync();

    /// <summary>Stops the server and deletes the cluster.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task<bool> TryStartAsync()
    {
        if (_process is { HasExited: true })
        {
            await EndAsync();
        }

        if (_process is null)
        {
            string[] settings = ["listen_addresses=", "shared_buffers=16MB", "autovacuum=off", $"fsync={(_isDurable ? "on" : "off")}"];
            string[] server = ["postgres", "-D", Data, "-k", _directory, .. settings.SelectMany(setting => (string[])["-c", setting])];
            _process = PostgreSqlPrograms.Start(["sh", "-c", Guard, "sh", .. _programs.Command(server)]);
        }

        return await _programs.TryRunAsync("pg_isready", "--host", _directory, "--quiet");
    }

    private async Task EndAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}

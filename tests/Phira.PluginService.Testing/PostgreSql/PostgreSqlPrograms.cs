using System.Diagnostics;

namespace Phira.PluginService.Testing.PostgreSql;

/// <summary>The programs of PostgreSQL in the folders of the system's packages. The server refuses to run as root and is run as another account then.</summary>
internal sealed class PostgreSqlPrograms
{
    private const string Account = "postgres";

    private readonly string _directory;

    private PostgreSqlPrograms(string directory) => _directory = directory;

    /// <summary>The newest ones; null where there are none.</summary>
    public static PostgreSqlPrograms? Found { get; } = Find();

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    /// <summary>Creates a directory that belongs to the account of the server. Its path is short, as that of a socket must be.</summary>
    public static string CreateDirectory(string parent)
    {
        var path = Path.Combine(parent, $"phira-pg-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(path);
        if (IsRoot)
        {
            using var process = Process.Start("chown", [Account, path]);
            process.WaitForExit();
            LetOthersEnter(parent);
        }

        return path;
    }

    // Directories of tests are closed to other accounts.
    private static void LetOthersEnter(string path)
    {
        for (var directory = new DirectoryInfo(path); !OperatingSystem.IsWindows() && directory is not null; directory = directory.Parent)
        {
            directory.UnixFileMode |= UnixFileMode.OtherExecute;
        }
    }

    /// <summary>The command that runs a program with the account of the server.</summary>
    public string[] Command(params ReadOnlySpan<string> command)
    {
        string[] program = [Path.Combine(_directory, command[0]), .. command[1..]];
        return IsRoot ? ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--clear-groups", .. program] : program;
    }

    /// <summary>A locale that does not sort by bytes, so that what relies on that order shows; versions before 15 are not asked for one.</summary>
    public async Task<string[]> LocaleAsync() => (await ExecuteAsync(Command("initdb", "--help"))).Output.Contains("--icu-locale", StringComparison.Ordinal)
        ? ["--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "en-US"]
        : ["--locale", "C"];

    /// <summary>Runs a program that must succeed.</summary>
    public async Task RunAsync(params string[] command)
    {
        var (succeeded, output) = await ExecuteAsync(Command(command));
        if (!succeeded)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} failed:\n{output}");
        }
    }

    /// <summary>Runs a program that may fail.</summary>
    public async Task<bool> TryRunAsync(params string[] command) => (await ExecuteAsync(Command(command))).Succeeded;

    /// <summary>Runs a program of the system with the account of this process, and returns its output.</summary>
    public static async Task<string> ReadAsync(params string[] command) => (await ExecuteAsync(command)).Output;

    /// <summary>Starts a command whose output nobody reads, and whose input stays open.</summary>
    public static Process Start(string[] command)
    {
        var process = Process.Start(Describe(command))!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static PostgreSqlPrograms? Find()
    {
        // Debian keeps the versions apart and puts few of the programs on the path; others put all of them there.
        string[] roots = ["/usr/lib/postgresql", "/usr/local/lib/postgresql"];
        return roots.Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .OrderByDescending(directory => int.TryParse(Path.GetFileName(directory), out var version) ? version : 0)
            .Select(directory => Path.Combine(directory, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Where(directory => File.Exists(Path.Combine(directory, "initdb")) && File.Exists(Path.Combine(directory, "postgres")))
            .Select(directory => new PostgreSqlPrograms(directory))
            .FirstOrDefault();
    }

    private static ProcessStartInfo Describe(string[] command) => new(command[0], command[1..])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
        // One that the account of the server may enter.
        WorkingDirectory = Path.GetTempPath(),
    };

    private static async Task<(bool Succeeded, string Output)> ExecuteAsync(string[] command)
    {
        using var process = Process.Start(Describe(command))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode == 0, await output + await errors);
    }
}

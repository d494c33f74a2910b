using Phira.PluginService.Core.Ids;
using Phira.PluginService.Testing;

namespace Phira.PluginService.RuntimeCases.Tests.Service;

/// <summary>The traces of a plugin that must be gone after it: threads, open files, and changes to the files of others.</summary>
internal sealed class Footprint
{
    private const string Secret = "nobody but its owner reads this";

    private readonly ServiceUnderAttack _service;
    private readonly string[] _entries;
    private readonly string[] _outside;
    private readonly int _threads;
    private int _abandoned;

    /// <summary>Notes how things are without any plugin but the canary.</summary>
    public Footprint(ServiceUnderAttack service)
    {
        _service = service;
        service.Root.Write(Path.Combine("outside", "secret.txt"), Secret);
        Directory.CreateDirectory(service.Root[Path.Combine("outside", "empty")]);
        Directory.CreateDirectory(Inside);
        _outside = Outside();
        _entries = Entries();
        _threads = PluginThreads();
    }

    /// <summary>A directory that a plugin may be allowed to use. <c>way-out</c> in it leads out of it.</summary>
    public string Inside => _service.Root["inside"];

    /// <summary>Makes the allowed directory as every case finds it.</summary>
    public void Prepare()
    {
        Directory.Delete(Inside, recursive: true);
        Directory.CreateDirectory(Path.Combine(Inside, "folder"));
        File.WriteAllText(Path.Combine(Inside, "inside.txt"), "inside");
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(Path.Combine(Inside, "way-out"), _service.Root["outside"]);
            File.CreateSymbolicLink(Path.Combine(Inside, "secret"), _service.Root[Path.Combine("outside", "secret.txt")]);
        }
    }

    /// <summary>Waits until the threads of a plugin are gone, but for those that it had to abandon, and checks the rest.</summary>
    public async Task AssertRestoredAsync(PluginName plugin, int abandoned)
    {
        _abandoned += abandoned;
        if (OperatingSystem.IsLinux())
        {
            await Eventually.IsTrueAsync(() => PluginThreads() <= _threads + _abandoned, $"the threads of {plugin} end");
            Assert.Equal(_threads + _abandoned, PluginThreads());
            Assert.Empty(OpenFiles());
        }

        Assert.Equal(_outside, Outside());
        Assert.Equal(Secret, await File.ReadAllTextAsync(_service.Root[Path.Combine("outside", "secret.txt")]));
        Assert.Equal(_entries, Entries());
        Assert.Equal(0, _service.Neighbourhood.Intrusions);
    }

    /// <summary>Returns the content of the directory that no plugin is granted, with the time of the last write.</summary>
    private string[] Outside() =>
    [
        .. new DirectoryInfo(_service.Root["outside"]).GetFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => $"{entry.FullName} {entry.LastWriteTimeUtc:O}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Everything at the top of the test's directory, and every plugin.</summary>
    private string[] Entries() =>
    [
        .. Directory.GetFileSystemEntries(_service.Root.Path)
            .Concat(Directory.GetFileSystemEntries(_service.PluginsDirectory).Where(entry => !Path.GetFileName(entry).StartsWith('.')))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The threads that run plugins; the system keeps the beginning of their names.</summary>
    private static int PluginThreads() =>
        Directory.GetDirectories("/proc/self/task").Count(task => NameOf(task).StartsWith("plugin ", StringComparison.Ordinal));

    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm"));
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return "";
        }
    }

    /// <summary>Files of plugins that are still open.</summary>
    private string[] OpenFiles() =>
    [
        .. Directory.GetFiles("/proc/self/fd")
            .Select(link => new FileInfo(link).LinkTarget)
            .OfType<string>()
            .Where(target => target.StartsWith(Inside, StringComparison.Ordinal)
                || target.StartsWith(_service.Root["outside"], StringComparison.Ordinal)
                || target.StartsWith(_service.PluginsDirectory, StringComparison.Ordinal)),
    ];
}

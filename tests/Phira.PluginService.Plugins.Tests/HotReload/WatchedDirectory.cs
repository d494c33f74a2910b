using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.HotReload;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.HotReload;

/// <summary>A real directory that is looked through when the test says so, at the time that the test says it is.</summary>
internal sealed class WatchedDirectory : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _taken = [];
    private readonly DirectoryWatch _watch;

    /// <param name="link">Whether the watched path is a link to the directory.</param>
    public WatchedDirectory(bool link = false)
    {
        Root = _directory["plugins"];
        Directory.CreateDirectory(link ? _directory["elsewhere"] : Root);
        if (link)
        {
            Directory.CreateSymbolicLink(Root, _directory["elsewhere"]);
        }

        _watch = new DirectoryWatch(
            new PluginCatalog(Root, HostVersions.Current),
            new HotReloadOptions { DebounceDelay = TimeSpan.FromMilliseconds(500) },
            _time,
            (folder, final) =>
            {
                _taken.Add(Path.GetFileName(folder) + (final ? " at last" : ""));
                return Taking(Path.GetFileName(folder));
            });
    }

    public string Root { get; }

    /// <summary>Returns the result of taking a folder over; true unless the test sets another.</summary>
    public Func<string, Task<bool>> Taking { get; set; } = _ => Task.FromResult(true);

    public string this[string path] => Path.Combine(Root, path);

    /// <summary>The folders taken over since the last read of this property.</summary>
    public string[] Taken
    {
        get
        {
            string[] taken = [.. _taken];
            _taken.Clear();
            return taken;
        }
    }

    public WatchedDirectory With(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
        return this;
    }

    public WatchedDirectory Begin()
    {
        _watch.Begin();
        return this;
    }

    /// <summary>Lets some milliseconds pass, then looks.</summary>
    public Task<bool> LookAsync(int after = 0)
    {
        _time.Advance(TimeSpan.FromMilliseconds(after));
        return _watch.LookAsync();
    }

    public void Dispose() => _directory.Dispose();
}

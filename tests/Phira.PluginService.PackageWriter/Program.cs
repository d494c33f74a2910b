// PackageWriter PLUGINS PACKAGES MICROSECONDS: replaces a plugin's folder and keeps its versions as fast as it can, prints the number of each version
// that was put into place, and kills itself so long after the first one, whatever it is doing then.
using System.Diagnostics;
using System.Globalization;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Packaging.Versions;

var (plugins, plugin) = (args[0], PluginName.Parse("idle"));
var store = new VersionDirectory(args[1], count: 4, new PackageLimits(), TimeProvider.System);
FolderChange.Recover(plugins);
store.Recover();
await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
var present = Path.Combine(plugins, "idle", "number");
var number = File.Exists(present) ? int.Parse(await File.ReadAllTextAsync(present), CultureInfo.InvariantCulture) : 0;
Put(++number);
var delay = double.Parse(args[2], CultureInfo.InvariantCulture);
new Thread(Kill) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
while (true)
{
    Put(++number);
}

void Put(int next)
{
    using var change = FolderChange.Begin(plugins);
    var text = next.ToString(CultureInfo.InvariantCulture);
    Directory.CreateDirectory(Path.Combine(change.New, "folder"));
    foreach (var file in (string[])["number", "guest.wasm", "folder/file"])
    {
        File.WriteAllText(Path.Combine(change.New, file), text);
    }

    change.Apply("idle");
    var kept = store.Keep(plugin, new VersionOrigin(Path.Combine(plugins, "idle"), $"{next}.0.0", "guest.wasm") { Runs = true });
    if (!kept.IsSuccess)
    {
        throw new InvalidOperationException(kept.Error.Describe());
    }

    change.Commit();
    output.WriteLine(text);
}

void Kill()
{
    var started = Stopwatch.GetTimestamp();
    while (Stopwatch.GetElapsedTime(started).TotalMicroseconds < delay)
    {
        Thread.SpinWait(10);
    }

    Process.GetCurrentProcess().Kill();
}

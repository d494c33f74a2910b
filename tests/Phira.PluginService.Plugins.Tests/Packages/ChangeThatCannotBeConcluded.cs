using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>
/// Makes the note of a change unchangeable as soon as the files of the change are in place, so that the note cannot be deleted, which is what
/// concludes a change.
/// </summary>
internal sealed class ChangeThatCannotBeConcluded : IDisposable
{
    private readonly PluginHost _host;
    private readonly List<Unchangeable> _notes = [];

    public ChangeThatCannotBeConcluded(PluginHost host)
    {
        _host = host;
        Unchangeable.Make(host.Directory.Path).Dispose();
        host.Store.Asked += Seize;
        host.Manager.Changed += Seize;
    }

    public bool IsMet => _notes.Count > 0;

    public void Dispose()
    {
        _host.Store.Asked -= Seize;
        _host.Manager.Changed -= Seize;
        _notes.ForEach(note => note.Dispose());
    }

    private void Seize(PluginSnapshot plugin) => Seize();

    private void Seize()
    {
        var staging = _host.Directory[".staging"];
        if (IsMet || !Directory.Exists(staging))
        {
            return;
        }

        foreach (var note in Directory.GetFiles(staging, "change.json", SearchOption.AllDirectories))
        {
            if (Unchangeable.TryMake(note) is { } seized)
            {
                _notes.Add(seized);
            }
        }
    }
}

namespace Phira.PluginService.Packaging.Folders;

/// <summary>The note about a change of a folder, written before anything is moved.</summary>
/// <param name="Folder">Name of the changed folder in the plugins directory, or of the file that is taken away.</param>
/// <param name="NewHash">Hash of the new folder; null when there is none.</param>
/// <param name="Fresh">Whether there was no folder before.</param>
internal sealed record ChangeNote(string Folder, string? NewHash, bool Fresh)
{
    /// <summary>Name of the file of the plugins directory whose place the folder takes; null when there is none.</summary>
    public string? Replaced { get; init; }
}

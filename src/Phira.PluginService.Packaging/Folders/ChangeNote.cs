namespace Phira.PluginService.Packaging.Folders;

/// <summary>What is written down about a change of a folder before anything is moved.</summary>
/// <param name="Folder">Name of what is changed in the plugins directory: a folder, or a file that is taken away.</param>
/// <param name="NewHash">Hash of what is to come; null when nothing is.</param>
/// <param name="Fresh">Whether there was no folder before.</param>
internal sealed record ChangeNote(string Folder, string? NewHash, bool Fresh)
{
    /// <summary>Name of the file of the plugins directory whose place the folder takes; null when there is none.</summary>
    public string? Replaced { get; init; }
}

namespace Phira.PluginService.Plugins.HotReload;

/// <summary>
/// Tells when one folder has stopped changing. Files may be written slowly, in any order, by rename or in place: what counts is that for
/// the debounce time every look has shown the same.
/// </summary>
/// <param name="debounce">The time for which nothing must have changed.</param>
/// <param name="patience">The time to wait for an incomplete folder before it is reported.</param>
internal sealed class FolderWatch(FolderSnapshot accepted, TimeSpan debounce, TimeSpan patience)
{
    private FolderSnapshot _accepted = accepted;
    private FolderSnapshot? _seen;
    private TimeSpan _since;
    private bool _tried;

    /// <summary>Whether the folder is as it was taken over and was not there.</summary>
    public bool IsGone => _seen is null && _accepted == FolderSnapshot.Absent;

    /// <summary>Whether the next picture must show contents, too.</summary>
    public bool NeedsContent(FolderSnapshot stamps) => _seen is not null || !stamps.LooksLike(_accepted);

    /// <summary>Takes note of a look.</summary>
    /// <param name="picture">The snapshot of the folder, with contents when <see cref="NeedsContent"/> asked for them.</param>
    public FolderStep Look(FolderSnapshot picture, TimeSpan now)
    {
        if (_seen is null && picture.LooksLike(_accepted))
        {
            return FolderStep.None;
        }

        if (_seen != picture)
        {
            _seen = picture;
            _since = now;
            _tried = false;
            return FolderStep.Wait;
        }

        var unchanged = now - _since;
        if (unchanged >= patience && unchanged >= debounce)
        {
            return FolderStep.Decide;
        }

        return unchanged >= debounce && !_tried ? FolderStep.Try : FolderStep.Wait;
    }

    /// <summary>Accepts the folder as last seen, loaded or known to be unusable: only another change matters from now on.</summary>
    public void Accept() => (_accepted, _seen) = (_seen ?? _accepted, null);

    /// <summary>Notes that the folder as last seen is not complete yet.</summary>
    public void Postpone() => _tried = true;
}

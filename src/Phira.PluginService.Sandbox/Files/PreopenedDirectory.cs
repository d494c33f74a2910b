namespace Phira.PluginService.Sandbox.Files;

/// <summary>A directory that is open to an instance from the beginning.</summary>
/// <param name="Path">The full path on the host.</param>
/// <param name="GuestPath">The path as the guest sees it.</param>
/// <param name="Write">Whether the guest may change files.</param>
internal sealed record PreopenedDirectory(string Path, string GuestPath, bool Write);

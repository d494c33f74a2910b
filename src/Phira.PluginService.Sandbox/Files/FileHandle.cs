namespace Phira.PluginService.Sandbox.Files;

/// <summary>The resource behind one handle of the guest.</summary>
/// <param name="File">The file it holds open; null when it holds none.</param>
internal readonly record struct FileHandle(nint Any, OpenFile? File);

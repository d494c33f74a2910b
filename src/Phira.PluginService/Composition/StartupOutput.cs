namespace Phira.PluginService.Composition;

/// <summary>Standard output, for what must not go through the log.</summary>
/// <param name="IsKept">True when what is written is kept, as by the journal of systemd: it must not contain secrets.</param>
internal sealed record StartupOutput(TextWriter Writer, bool IsKept);

namespace Phira.PluginService.Composition;

/// <summary>Standard output, for what must not go through the log.</summary>
/// <param name="Writer">Where to write.</param>
internal sealed record StartupOutput(TextWriter Writer);

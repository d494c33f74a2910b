namespace Phira.PluginService.Composition;

/// <summary>Standard output, for what must not go through the log.</summary>
internal sealed record StartupOutput(TextWriter Writer);

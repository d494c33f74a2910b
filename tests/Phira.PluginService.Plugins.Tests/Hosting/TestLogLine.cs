using Microsoft.Extensions.Logging;

namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>A line of the service's log.</summary>
internal sealed record TestLogLine(string Category, LogLevel Level, string Text);

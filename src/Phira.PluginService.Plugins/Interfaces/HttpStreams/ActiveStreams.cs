using Phira.PluginService.Plugins.Actors;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>The streams of an active plugin.</summary>
internal sealed record ActiveStreams(PluginStreams Streams, Mailbox Mailbox);

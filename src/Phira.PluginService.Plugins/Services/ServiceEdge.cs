using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Services;

/// <summary>Who calls which service of whom.</summary>
internal readonly record struct ServiceEdge(PluginName Caller, PluginName Provider, string Service);

using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>One plugin calling a service of another.</summary>
internal readonly record struct ServiceEdge(PluginName Caller, PluginName Provider, string Service);

using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Actors;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>The routes of an active plugin.</summary>
internal sealed record ActiveRoutes(PluginName Plugin, Mailbox Mailbox, InstanceRoutes Instance);

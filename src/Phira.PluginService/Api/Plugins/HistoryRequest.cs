using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Api.Plugins;

/// <summary>The plugin and the number of entries of a history request.</summary>
internal sealed record HistoryRequest(
    PluginName Name,
    [property: FromQuery(Name = "count"), Description("Maximum number of entries, 1 to 1000. Default: 50 transitions, 20 crash reports, 20 configuration revisions.")] int? Count);

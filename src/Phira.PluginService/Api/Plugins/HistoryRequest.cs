using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Api.Plugins;

/// <summary>Which part of a plugin's history is asked for.</summary>
internal sealed record HistoryRequest(
    PluginName Name,
    [property: FromQuery(Name = "count"), Description("How many entries at most, 1 to 1000. Default: 50 transitions, 200 log lines, 20 crash reports, 20 configuration revisions.")] int? Count);

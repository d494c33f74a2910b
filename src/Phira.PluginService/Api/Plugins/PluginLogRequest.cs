using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Api.Plugins;

/// <summary>The filter of a search in the log of a plugin; what is left out does not narrow.</summary>
internal sealed record PluginLogRequest(
    PluginName Name,
    [property: FromQuery(Name = "text"), Description("Only lines with this text in the message or in a field, in capitals or not.")] string? Text,
    [property: FromQuery(Name = "level"), Description("Only lines of this level and of more important ones.")] LogLevelParameter? Level,
    [property: FromQuery(Name = "from"), Description("Only lines from this moment on.")] DateTimeOffset? From,
    [property: FromQuery(Name = "until"), Description("Only lines before this moment.")] DateTimeOffset? Until,
    [property: FromQuery(Name = "before"), Description("Only lines before this number: the nextBefore of the page with the lines after them.")] long? Before,
    [property: FromQuery(Name = "count"), Description("Maximum number of lines, 1 to 1000. Default: 200.")] int? Count);

using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Api.Plugins;

/// <summary>Asks for an operation on a plugin.</summary>
internal sealed record OperationRequest(
    PluginName Name,
    [property: FromQuery(Name = "cascade"), Description("Whether running plugins that need this one are taken down with it; without, the answer is 409 while there are any.")] bool? Cascade);
